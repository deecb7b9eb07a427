import type { ProfileName } from "./profile.ts";
import type { Interval, Verdict } from "./verdict.ts";

/** What a predicate may look at: one trial's measurements. A name that was not measured throws, so a typo cannot fail quietly. */
export interface Measured {
  readonly seed: number;
  /** Metric → value when training ended. */
  readonly end: Readonly<Record<string, number>>;
  /** A metric's value at a recorded round (or iteration). @throws {RangeError} if nothing was recorded then */
  at(metric: string, round: number): number;
}

/** Holds on one trial, or on trials of several arms that share a seed. */
export type Predicate = (...trials: readonly Measured[]) => boolean;

interface Said {
  /** A few words for tables; made from the name unless given. */
  readonly title?: string;
  /** The source's own words. */
  readonly quote: string;
  /** Where in the source. */
  readonly at: string;
  /** What is tested, in one sentence with its numbers. */
  readonly hypothesis: string;
  /** Verdicts that full runs have shown; a run that differs fails. A profile that is left out does not judge the claim. */
  readonly expected: Readonly<Partial<Record<ProfileName, Verdict>>>;
  /** Raised when the predicate or the rate changes. */
  readonly version?: number;
  /** Why the verdict is what it is, where that surprises; from an experiment or algebra. */
  readonly finding?: string;
  /** Figures that show it. */
  readonly figures?: readonly string[];
}

/** A claim about how often something happens over seeds. */
export interface RateClaim<ArmName extends string = string> extends Said {
  /** The arm, or the arms of one seed, that the predicate is about. */
  readonly for: ArmName | readonly ArmName[];
  readonly holds: Predicate;
  /** Only the seeds on which this holds count: "among runs that …, …". */
  readonly among?: Predicate;
  /** The claim is about collapse, so that a dead run is judged like any other. */
  readonly judgesDead?: boolean;
  /** The success rate that the claim asserts: ½ for "usually", 0.75 or 0.9 for "reliably". */
  readonly atLeast: number;
  readonly control: Control<ArmName>;
  /** How large the effect is, in `unit`, per seed: shown with its median and interval, never deciding. */
  readonly effect?: { readonly unit: string; readonly of: (...trials: readonly Measured[]) => number };
}

/** The sabotaged run that must not come out reproduced: other arms, another predicate, or both. */
export interface Control<ArmName extends string = string> {
  readonly what: string;
  readonly for?: ArmName | readonly ArmName[];
  readonly holds?: Predicate;
}

/** A claim of algebra: decided once, to a tolerance. */
export interface ExactClaim extends Said {
  readonly check: () => ExactResult;
  readonly control: { readonly what: string; readonly check: () => ExactResult };
}

/** A claim about all seeds together: a correlation over runs, a count of comparisons. */
export interface StatisticClaim<ArmName extends string = string> extends Said {
  readonly for: ArmName | readonly ArmName[];
  readonly decide: Decide;
  /** What the estimate and its interval are of. */
  readonly unit: string;
  readonly control: {
    readonly what: string;
    readonly for?: ArmName | readonly ArmName[];
    readonly decide?: Decide;
  };
}

/** @param rows a row a seed, its trials in the order of the claim's arms; without seeds of which one diverged */
export type Decide = (rows: readonly (readonly Measured[])[]) => Decision;

export interface Decision {
  readonly verdict: Verdict;
  readonly estimate: number;
  readonly interval: Interval;
}

export interface ExactResult {
  readonly holds: boolean;
  /** What was computed and to which tolerance, for the report: one sentence. */
  readonly detail: string;
}

/** A claim's own title, or its name: "bias-game/extragradient-settles@0.2" → "Extragradient settles, at 0.2" */
export function titleOf({ id, title }: Claim): string {
  if (title) return title;
  const [name, setting] = id.slice(id.indexOf("/") + 1).split("@");
  const words = name.replaceAll("-", " ");
  return `${words[0].toUpperCase()}${words.slice(1)}${setting ? `, at ${setting}` : ""}`;
}

/** The verdict registered for a profile. @throws {RangeError} if that profile does not judge the claim */
export function expectedAt({ id, expected }: Claim, profile: ProfileName): Verdict {
  const verdict = expected[profile];
  if (verdict === undefined) throw new RangeError(`expected a profile that judges ${id}, got ${profile}`);
  return verdict;
}

export type Claim<ArmName extends string = string> =
  | ({ readonly id: string; readonly kind: "rate" } & RateClaim<ArmName>)
  | ({ readonly id: string; readonly kind: "statistic" } & StatisticClaim<ArmName>)
  | ({ readonly id: string; readonly kind: "exact" } & ExactClaim);
