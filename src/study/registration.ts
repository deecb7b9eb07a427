import { faultsOfGameArm } from "../games/check.ts";
import { loadedGame } from "../games/define.ts";
import type { About } from "../language/about.ts";
import type { Arm } from "../language/arm.ts";
import { faultsOfArm } from "../language/arm-rules.ts";
import type { ArmNames } from "../language/claim.ts";
import { aboutSchema, claimName, claimSchemas, figureSchema } from "../language/claim-schema.ts";
import { closest } from "../language/closest.ts";
import { type Fault, faultsOf, faultText, shown } from "../language/faults.ts";
import type { FigureSpec } from "./figure.ts";
import type { Written } from "./judged-claim.ts";
import { rehearse, rehearseFinding } from "./rehearsal.ts";

type Arms = Readonly<Record<string, Arm>>;

/**
 * Everything that is wrong with a source, before anything of it is trained: one line a fault, which names the arm, the claim or
 * the figure, the setting, what was expected and what was got. Nothing, if the source can be reproduced.
 */
export function faultsOfSource(
  about: About,
  arms: Arms,
  figures: readonly FigureSpec[],
  claims: readonly Written[],
): string[] {
  const named = (name: unknown) => (typeof name === "string" ? name : shown(name));
  const id = named(about?.id);
  const names = claims.flatMap(({ name, claim }) => [name, ...(claim?.formerly ?? [])]);
  return [
    ...faultsOf(aboutSchema, about).map((fault) => `${id}: about.${faultText(fault)}`),
    ...faultsOfArms(id, arms),
    ...faultsOfNotes(about, arms),
    ...figures.flatMap((figure, i) =>
      faultsOf(figureSchema, figure).map(
        (fault) => `${id}, figure ${figure?.id === undefined ? i + 1 : `"${named(figure.id)}"`}: ${faultText(fault)}`,
      ),
    ),
    ...twice(figures.map((figure) => named(figure?.id))).map(
      (figure) => `${id}, figure "${figure}": expected one figure of each id, got two`,
    ),
    ...twice(names).map((name) => `${id}/${name}: expected one claim of each name, got two`),
    ...claims.flatMap((written) => faultsOfClaim(`${id}/${named(written.name)}`, written, arms, figures)),
  ];
}

const faultsOfArms = (source: string, arms: Arms): string[] =>
  Object.entries(arms).flatMap(([name, arm]) => linesOf(arm).map((line) => `${source}, arm "${name}": ${line}`));

/** Whether it is known what an arm records: a game that is not loaded does not say. */
const isSound = (arm: Arm): boolean =>
  linesOf(arm).length === 0 && (arm.kind !== "game" || loadedGame(arm.game.kind) !== undefined);

/** An arm of several claims is looked at once. */
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

function faultsOfNotes(about: About, arms: Arms): string[] {
  const known = Object.keys(arms);
  return Object.keys(about?.armNotes ?? {})
    .filter((name) => !known.includes(name))
    .map((name) => `${about.id}: about.armNotes: ${unknown("an arm of the source", name, known)}`);
}

function faultsOfClaim(id: string, written: Written, arms: Arms, figures: readonly FigureSpec[]): string[] {
  const { name, word, claim } = written;
  const faults = [...faultsOf(claimName, name), ...faultsOf(claimSchemas[word], claim)].map(faultText);
  if (faults.length > 0) return faults.map((fault) => `${id}: ${fault}`);
  const drawn = figures.map((figure) => figure.id);
  const lines = (claim.figures ?? [])
    .filter((figure) => !drawn.includes(figure))
    .map((figure) => `figures: ${unknown("a figure of the source", figure, drawn)}`);
  if (claim.says !== "ours" && claim.quote === undefined) {
    lines.push(`quote: expected the words with which the source ${claim.says} it, got none`);
  }
  lines.push(...faultsOfItsTrials(written, arms), ...rehearseFinding(claim.finding, arms, isSound));
  return lines.map((line) => `${id}: ${line}`);
}

/** What a predicate would see can be made up only of arms that are there and can be trained. */
function faultsOfItsTrials(written: Written, arms: Arms): string[] {
  const asked = askedOf(written);
  const unknownArms = asked.flatMap(({ where, arms: names }) =>
    [...new Set(names)]
      .filter((arm) => !(arm in arms))
      .map((arm) => `${where}: ${unknown("an arm of the source", arm, Object.keys(arms))}`),
  );
  const lines = [
    ...unknownArms,
    ...asked.slice(0, 1).flatMap(faultsOfPairing),
    ...asked.slice(1).flatMap((control) => faultsOfControl(control, asked[0])),
  ];
  if (lines.length > 0) return lines;
  const isKnown = asked.every(({ arms: names }) => names.every((arm) => isSound(arms[arm])));
  return isKnown ? rehearse(written, arms) : [];
}

/** Trials that a claim or a control of it looks at, and what looks at them. */
interface Asked {
  readonly where: string;
  readonly arms: readonly string[];
  readonly test: unknown;
  /** It may ask two things of the same trial, which a comparison may not: a correlation. */
  readonly takesArmTwice: boolean;
}

/** What a claim asks, first of its own arms, then of its controls'. */
function askedOf({ word, claim }: Written): Asked[] {
  const listed = (names: ArmNames) => [names].flat();
  switch (word) {
    case "claim":
    case "statistic": {
      const test = (asked: object) =>
        "decide" in asked ? asked.decide : "holds" in asked ? asked.holds : "threshold" in asked && asked.threshold;
      const isStatistic = word === "statistic";
      const own = { where: "for", arms: listed(claim.for), test: test(claim), takesArmTwice: isStatistic };
      const { negative, positive } = claim.controls;
      return [
        own,
        ...Object.entries({ negative, positive }).map(([name, control]) => ({
          where: `controls.${name}`,
          arms: listed(control.for ?? claim.for),
          test: test(control) || own.test,
          takesArmTwice: isStatistic && (Boolean(test(control)) || armAskedTwice(own.arms) !== undefined),
        })),
      ];
    }
    case "comparison": {
      const asked = { test: claim.value, takesArmTwice: false };
      return [
        { ...asked, where: "for", arms: claim.for },
        { ...asked, where: "controls.positive", arms: claim.controls.positive.for },
      ];
    }
    case "exact":
    case "untested":
      return [];
  }
}

/** A control that repeats its claim proves nothing. */
function faultsOfControl(control: Asked, own: Asked): string[] {
  const { where, arms, test } = control;
  if (test === own.test && arms.length !== own.arms.length) {
    const wanted = `${own.arms.length} ${own.arms.length === 1 ? "arm" : "arms"}, as the claim's predicate takes`;
    return [`${where}.for: expected ${wanted}, got ${arms.length}`];
  }
  if (test === own.test && arms.every((arm, i) => arm === own.arms[i])) {
    return [`${where}: expected other arms (for) or another predicate than the claim's, got the claim itself`];
  }
  return faultsOfPairing(control);
}

/** A trial compared with itself is neither better nor worse, whatever the code does. */
function faultsOfPairing({ where, arms, takesArmTwice }: Asked): string[] {
  const arm = armAskedTwice(arms);
  if (takesArmTwice || arm === undefined) return [];
  return [
    `${where}: expected arms that differ, got "${arm}" against itself on one seed, which is decided before anything trains`,
  ];
}

/** The first arm, which a claim is about, if it is among those that it is compared with. */
const armAskedTwice = ([first, ...others]: readonly string[]): string | undefined =>
  others.includes(first) ? first : undefined;

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
