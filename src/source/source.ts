import type { Claim, ExactClaim, RateClaim, StatisticClaim } from "../claim/claim.ts";
import type { Arm } from "../experiment/arm.ts";
import { type ProfileName, profileNames, type Seeds } from "../experiment/profile.ts";
import type { FigureSpec } from "../figure/figure.ts";

/** A document that claims things, with everything needed to test it. */
export interface Source {
  readonly about: About;
  /** The arms of each profile: the same names, perhaps with other budgets, and perhaps some of its own. */
  readonly arms: OfProfiles<Readonly<Record<string, Arm>>>;
  /** Of each profile those that have a verdict registered for it. */
  readonly claims: OfProfiles<readonly Claim[]>;
  readonly figures: OfProfiles<readonly FigureSpec[]>;
}

type OfProfiles<T> = Readonly<Record<ProfileName, T>>;

/** What was said, and by whom. */
export interface About {
  /** Name of the source's folder, and the first part of its claims' ids. */
  readonly id: string;
  /** Its place among the sources of the report: the lower first, those without one last. */
  readonly position?: number;
  readonly title: string;
  readonly authors: string;
  readonly reference: string;
  /** Its file name among the project's sources. */
  readonly file: string;
  /** Two or three sentences for a reader who has not seen it. */
  readonly lead: string;
  /** Where our settings and the printed source part, and what was chosen where it is silent. */
  readonly differences: readonly string[];
  readonly seeds: Seeds;
  /** What each arm is, in a few words. */
  readonly armNotes?: Readonly<Record<string, string>>;
}

interface Words<ArmName extends string> {
  /** Registers a claim about a rate over seeds. @throws {Error} if its name is taken or an arm is unknown */
  claim(name: string, claim: RateClaim<ArmName>): void;
  /** Registers a claim about all seeds together. @throws {Error} if its name is taken or an arm is unknown */
  statistic(name: string, claim: StatisticClaim<ArmName>): void;
  /** Registers a claim of algebra. @throws {Error} if its name is taken */
  exact(name: string, claim: ExactClaim): void;
}

/**
 * Puts a source together: its arms, the claims made in `tell`, its figures.
 * @param arms for all profiles, or for each: a profile may train shorter, or have arms of its own
 */
export function source<const Arms extends Readonly<Record<string, Arm>>>(
  about: About,
  arms: Arms | ((profile: ProfileName) => Arms),
  figures: readonly FigureSpec[],
  tell: (words: Words<keyof Arms & string>) => void,
): Source {
  const ofProfiles = each((profile): Arms => (typeof arms === "function" ? arms(profile) : arms));
  const claims = new Map<string, Claim>();
  const register = (name: string, claim: RateClaim | StatisticClaim | ExactClaim, kind: Claim["kind"]) => {
    const id = `${about.id}/${name}`;
    if (claims.has(id)) throw new Error(`expected one claim of each name, got ${id} twice`);
    const drawn = new Set(figures.map((figure) => figure.id));
    for (const figure of claim.figures ?? []) {
      if (!drawn.has(figure))
        throw new Error(`${id} expects the figure "${figure}", but the source has ${[...drawn].join(", ")}`);
    }
    claims.set(id, { id, kind, ...claim } as Claim);
  };
  const check = (id: string, claim: RateClaim | StatisticClaim) => {
    const named = [claim.for, claim.control.for ?? []].flat();
    for (const profile of judgedAt(claim)) checkKnown(id, named, Object.keys(ofProfiles[profile]));
  };
  tell({
    claim: (name, claim) => {
      check(`${about.id}/${name}`, claim);
      checkNumber(`${about.id}/${name}`, claim);
      register(name, claim, "rate");
    },
    statistic: (name, claim) => {
      check(`${about.id}/${name}`, claim);
      register(name, claim, "statistic");
    },
    // Both the verdict and the report ask for what a check computed.
    exact: (name, claim) => register(name, { ...claim, check: once(claim.check) }, "exact"),
  });
  return {
    about,
    arms: ofProfiles,
    claims: each((profile) => [...claims.values()].filter((claim) => judgedAt(claim).includes(profile))),
    figures: each((profile) => figures.filter(({ only }) => only === undefined || only === profile)),
  };
}

const each = <T>(of: (profile: ProfileName) => T): OfProfiles<T> => ({ quick: of("quick"), full: of("full") });

/** Profiles that a claim has a verdict registered for. */
const judgedAt = ({ expected }: Pick<Claim, "expected">): ProfileName[] =>
  profileNames.filter((profile) => expected[profile] !== undefined);

function once<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** @throws {Error} for a control whose predicate would get another number of trials */
function checkNumber(id: string, { for: own, holds, control }: RateClaim): void {
  const [wanted, got] = [[own].flat().length, [control.for ?? own].flat().length];
  if ((control.holds ?? holds) === holds && wanted !== got) {
    throw new Error(`${id} expects a control of ${wanted} arms, as its predicate takes, got ${got}`);
  }
}

function checkKnown(id: string, named: readonly string[], known: readonly string[]): void {
  for (const arm of named) {
    if (!known.includes(arm)) throw new Error(`${id} expects the arm "${arm}", but the source has ${known.join(", ")}`);
  }
}
