import type { MetricName } from "./metrics.ts";
import type { ProfileName } from "./profile.ts";
import type { Interval, Verdict } from "./verdict.ts";

/** What a predicate may look at: one trial's measurements. A name that was not measured throws, so a typo cannot fail quietly. */
export interface Measured {
  readonly seed: number;
  /** Metric → value when training ended. */
  readonly end: Readonly<Record<MetricName, number>>;
  /** A metric's value at a recorded round (or iteration). @throws {RangeError} if nothing was recorded then */
  at(metric: MetricName, round: number): number;
}

/** The arm that a claim is about, or several. */
export type ArmNames<ArmName extends string = string> = ArmName | readonly ArmName[];

/** One trial for each arm, in their order; any number of them, where the arms are not known by name. */
export type TrialsOf<Arms extends ArmNames> = [ArmNames] extends [Arms]
  ? readonly Measured[]
  : Arms extends readonly string[]
    ? { readonly [Index in keyof Arms]: Measured }
    : readonly [Measured];

/** Holds on one trial, or on trials of several arms that share a seed. */
export type Predicate<Trials extends readonly Measured[] = readonly Measured[]> = (...trials: Trials) => boolean;

/** Why a verdict is what it is: words, or words with numbers of the trials that are reported. */
export type Finding<ArmName extends string = string> = string | ((run: FindingRun<ArmName>) => string);

/**
 * What a finding may ask of the trials of the run that is reported. A trial that diverged has no value and is never counted; a
 * dead one is like any other.
 */
export interface FindingRun<ArmName extends string = string> {
  readonly profile: ProfileName;
  /** How many there are. */
  readonly seeds: number;
  /** On how many seeds a predicate holds. */
  count<const For extends ArmNames<ArmName>>(arms: For, holds: Predicate<TrialsOf<For>>): number;
  /** The seeds on which a predicate holds, as "2, 9 and 16"; "none" if there are none. */
  which<const For extends ArmNames<ArmName>>(arms: For, holds: Predicate<TrialsOf<For>>): string;
  /** The same run with only those seeds on which a predicate holds. */
  where<const For extends ArmNames<ArmName>>(arms: For, holds: Predicate<TrialsOf<For>>): FindingRun<ArmName>;
  /** One value a seed; NaN is none. */
  values<const For extends ArmNames<ArmName>>(arms: For, of: (...trials: TrialsOf<For>) => number): readonly number[];
  /** The median over seeds, as `number` prints it. */
  median<const For extends ArmNames<ArmName>>(arms: For, of: (...trials: TrialsOf<For>) => number): string;
  /** A quantile over seeds, as `number` prints it; 0 is the smallest value, 1 the largest. */
  quantile<const For extends ArmNames<ArmName>>(arms: For, p: number, of: (...trials: TrialsOf<For>) => number): string;
  /** On how many seeds an arm's samples had collapsed to a point when training ended. */
  dead(arm: ArmName): number;
  /** A number as the report prints it: three significant digits and a true minus sign. */
  number(value: number): string;
  /** A number that no trial decides, as `number` prints it. It may take long: it is computed when the finding is told, never before. */
  computed(of: () => number): string;
}

interface Said<ArmName extends string = string> {
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
  readonly finding?: Finding<ArmName>;
  /** Figures that show it. */
  readonly figures?: readonly string[];
}

/**
 * A claim about how often something happens over seeds.
 * @typeParam For its arms; the predicates take as many trials
 * @typeParam ControlFor its control's arms
 */
export interface RateClaim<
  ArmName extends string = string,
  For extends ArmNames<ArmName> = ArmNames<ArmName>,
  ControlFor extends ArmNames<ArmName> = ArmNames<ArmName>,
> extends Said<ArmName> {
  /** The arm, or the arms of one seed, that the predicate is about. */
  readonly for: For;
  readonly holds: Predicate<TrialsOf<For>>;
  /** Only the seeds on which this holds count: "among runs that …, …". */
  readonly among?: Predicate<TrialsOf<For>>;
  /** The claim is about collapse, so that a dead run is judged like any other. */
  readonly judgesDead?: boolean;
  /** The success rate that the claim asserts: ½ for "usually", 0.75 or 0.9 for "reliably". */
  readonly atLeast: number;
  readonly control: Control<ArmName, ControlFor>;
  /** How large the effect is, in `unit`, per seed: shown with its median and interval, never deciding. */
  readonly effect?: { readonly unit: string; readonly of: (...trials: TrialsOf<For>) => number };
}

/** The sabotaged run that must not come out reproduced: other arms, another predicate, or both. */
export interface Control<ArmName extends string = string, For extends ArmNames<ArmName> = ArmNames<ArmName>> {
  readonly what: string;
  readonly for?: For;
  readonly holds?: Predicate<TrialsOf<For>>;
}

/**
 * A claim of algebra: decided once, to a tolerance.
 * @typeParam ArmName the arms that its finding may speak of
 */
export interface ExactClaim<ArmName extends string = string> extends Said<ArmName> {
  readonly check: () => ExactResult;
  readonly control: { readonly what: string; readonly check: () => ExactResult };
}

/** A claim about all seeds together: a correlation over runs, a count of comparisons. */
export interface StatisticClaim<
  ArmName extends string = string,
  For extends ArmNames<ArmName> = ArmNames<ArmName>,
  ControlFor extends ArmNames<ArmName> = ArmNames<ArmName>,
> extends Said<ArmName> {
  readonly for: For;
  readonly decide: Decide<TrialsOf<For>>;
  /** What the estimate and its interval are of. */
  readonly unit: string;
  readonly control: {
    readonly what: string;
    readonly for?: ControlFor;
    readonly decide?: Decide<TrialsOf<ControlFor>>;
  };
}

/** @param rows a row a seed, its trials in the order of the claim's arms; without seeds of which one diverged */
export type Decide<Trials extends readonly Measured[] = readonly Measured[]> = (rows: readonly Trials[]) => Decision;

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
  | ({ readonly id: string; readonly kind: "exact" } & ExactClaim<ArmName>);
