import { faultsOfGameArm } from "../games/check.ts";
import { loadedGame } from "../games/define.ts";
import type { About } from "../language/about.ts";
import type { Arm } from "../language/arm.ts";
import { faultsOfArm } from "../language/arm-rules.ts";
import type { Claim, ExactClaim, RateClaim, StatisticClaim } from "../language/claim.ts";
import { aboutSchema, claimName, claimSchemas, figureSchema } from "../language/claim-schema.ts";
import { closest } from "../language/closest.ts";
import { type Fault, faultsOf, faultText, shown } from "../language/faults.ts";
import { type ProfileName, profileNames } from "../language/profile.ts";
import type { FigureSpec } from "./figure.ts";
import { rehearse, rehearseFinding } from "./rehearsal.ts";

type ArmsOfProfiles = Readonly<Record<ProfileName, Readonly<Record<string, Arm>>>>;

/** A claim as its source wrote it down. */
export interface Written {
  readonly name: string;
  readonly kind: Claim["kind"];
  readonly claim: RateClaim | StatisticClaim | ExactClaim;
}

/**
 * Everything that is wrong with a source, before anything of it is trained: one line a fault, which names the arm, the claim or
 * the figure, the setting, what was expected and what was got. Nothing, if the source can be reproduced.
 */
export function faultsOfSource(
  about: About,
  arms: ArmsOfProfiles,
  figures: readonly FigureSpec[],
  claims: readonly Written[],
): string[] {
  const named = (name: unknown) => (typeof name === "string" ? name : shown(name));
  const id = named(about?.id);
  const lines = [
    ...faultsOf(aboutSchema, about).map((fault) => `${id}: about.${faultText(fault)}`),
    ...profileNames.flatMap((profile) => faultsOfArms(id, arms[profile])),
    ...faultsOfNotes(about, arms),
    ...figures.flatMap((figure, i) =>
      faultsOf(figureSchema, figure).map(
        (fault) => `${id}, figure ${figure?.id === undefined ? i + 1 : `"${named(figure.id)}"`}: ${faultText(fault)}`,
      ),
    ),
    ...twice(figures.map((figure) => named(figure?.id))).map(
      (figure) => `${id}, figure "${figure}": expected one figure of each id, got two`,
    ),
    ...twice(claims.map(({ name }) => name)).map((name) => `${id}/${name}: expected one claim of each name, got two`),
    ...claims.flatMap((written) => faultsOfClaim(`${id}/${named(written.name)}`, written, arms, figures)),
  ];
  // The same arm of two profiles has the same faults.
  return [...new Set(lines)];
}

const faultsOfArms = (source: string, arms: Readonly<Record<string, Arm>>): string[] =>
  Object.entries(arms).flatMap(([name, arm]) => linesOf(arm).map((line) => `${source}, arm "${name}": ${line}`));

/** Whether it is known what an arm records: a game that is not loaded does not say. */
const isSound = (arm: Arm): boolean =>
  linesOf(arm).length === 0 && (arm.kind !== "game" || loadedGame(arm.game.kind) !== undefined);

/** An arm of several profiles and claims is looked at once. */
const linesOfArms = new WeakMap<Arm, readonly string[]>();

function linesOf(arm: Arm): readonly string[] {
  const isData = typeof arm === "object" && arm !== null;
  const lines = (isData && linesOfArms.get(arm)) || faultsOfArmAndGame(arm).map(faultText);
  if (isData) linesOfArms.set(arm, lines);
  return lines;
}

/** Settings of a game that is not loaded yet are checked when the source is found (see discover.ts). */
function faultsOfArmAndGame(arm: Arm): Fault[] {
  const faults = faultsOfArm(arm);
  if (faults.length > 0 || arm.kind !== "game") return faults;
  const game = loadedGame(arm.game.kind);
  return game ? faultsOfGameArm(game, arm) : [];
}

function faultsOfNotes(about: About, arms: ArmsOfProfiles): string[] {
  const known = profileNames.flatMap((profile) => Object.keys(arms[profile]));
  return Object.keys(about?.armNotes ?? {})
    .filter((name) => !known.includes(name))
    .map((name) => `${about.id}: about.armNotes: ${unknown("an arm of the source", name, known)}`);
}

function faultsOfClaim(
  id: string,
  { name, kind, claim }: Written,
  arms: ArmsOfProfiles,
  figures: readonly FigureSpec[],
): string[] {
  const faults = [...faultsOf(claimName, name), ...faultsOf(claimSchemas[kind], claim)].map(faultText);
  if (faults.length > 0) return faults.map((fault) => `${id}: ${fault}`);
  const drawn = figures.map((figure) => figure.id);
  const lines = (claim.figures ?? [])
    .filter((figure) => !drawn.includes(figure))
    .map((figure) => `figures: ${unknown("a figure of the source", figure, drawn)}`);
  if (kind !== "exact") lines.push(...faultsOfItsTrials(claim as RateClaim | StatisticClaim, arms));
  lines.push(...faultsOfItsFinding(claim, arms));
  return lines.map((line) => `${id}: ${line}`);
}

/** At every profile that tells it: an arm may be there at one of them only. */
const faultsOfItsFinding = (claim: Written["claim"], arms: ArmsOfProfiles): string[] => [
  ...new Set(profilesOf(claim).flatMap((profile) => rehearseFinding(claim.finding, arms[profile], profile, isSound))),
];

function faultsOfItsTrials(claim: RateClaim | StatisticClaim, arms: ArmsOfProfiles): string[] {
  const lines = faultsOfItsArms(claim, arms);
  // What a predicate would see can be made up only of arms that are there and can be trained.
  if (lines.length > 0) return lines;
  const named = [claim.for, claim.control.for ?? []].flat();
  const judged = profilesOf(claim);
  return (
    judged
      .filter((profile) => named.every((arm) => isSound(arms[profile][arm])))
      // Of two profiles with the same arms one says it all.
      .filter((profile, i) => i === 0 || named.some((arm) => arms[profile][arm] !== arms[judged[0]][arm]))
      .flatMap((profile) => rehearse(claim, arms[profile]))
  );
}

function faultsOfItsArms(claim: RateClaim | StatisticClaim, arms: ArmsOfProfiles): string[] {
  const [own, control] = [claim.for, claim.control.for ?? claim.for].map((names) => [names].flat());
  const lines = profilesOf(claim).flatMap((profile) => {
    const known = Object.keys(arms[profile]);
    const missing = (names: readonly string[], where: string) =>
      [...new Set(names)]
        .filter((arm) => !known.includes(arm))
        .map((arm) => `${where}: ${unknown(`an arm of the source at ${profile}`, arm, known)}`);
    return [...missing(own, "for"), ...(claim.control.for ? missing(control, "control.for") : [])];
  });
  const [test, controlTest] =
    "holds" in claim ? [claim.holds, claim.control.holds] : [claim.decide, (claim as StatisticClaim).control.decide];
  const isSameTest = controlTest === undefined || controlTest === test;
  if (isSameTest && control.length !== own.length) {
    const wanted = `${own.length} ${own.length === 1 ? "arm" : "arms"}, as the claim's predicate takes`;
    lines.push(`control.for: expected ${wanted}, got ${control.length}`);
  } else if (isSameTest && control.every((arm, i) => arm === own[i])) {
    lines.push("control: expected other arms (for) or another predicate than the claim's, got the claim itself");
  }
  return lines;
}

/** Profiles that a claim has a verdict registered for. */
export const profilesOf = ({ expected }: Pick<Claim, "expected">): ProfileName[] =>
  profileNames.filter((profile) => expected[profile] !== undefined);

/** Names hold commas, so each is quoted. */
function unknown(expected: string, got: string, known: readonly string[]): string {
  const meant = closest(got, known);
  const hint = meant ? `; did you mean "${meant}"?` : "";
  const choice = meant ? "" : ` (${known.map((name) => `"${name}"`).join(", ")})`;
  return `expected ${expected}${choice}, got "${got}"${hint}`;
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
