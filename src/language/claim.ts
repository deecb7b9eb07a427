import type { MetricName } from "./metrics.ts";
import type { Interval, Saying, Verdict } from "./verdict.ts";

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

/** What every claim says of itself. */
interface Said<ArmName extends string = string> {
  /** A few words for tables; made from the name unless given. */
  readonly title?: string;
  /** Who says it: only what a source states or implies can be reproduced or contradicted for it. */
  readonly says: Saying;
  /** The source's own words, literally, with "…" for what is left out. What is ours may do without. */
  readonly quote?: string;
  /** Where in the source. */
  readonly at: string;
  /** What is tested, in one sentence with its numbers; that a dead run counts as a failure, where it decides. */
  readonly hypothesis: string;
  /** Raised when anything of the registration changes after its first decisive trial. */
  readonly version?: number;
  /** Names that the claim had before. */
  readonly formerly?: readonly string[];
  /** Decisive seeds at most; the source's unless given. */
  readonly cap?: number;
  /** Why the verdict is what it is, where that surprises; from an experiment or algebra. */
  readonly finding?: Finding<ArmName>;
  /** Figures that show it. */
  readonly figures?: readonly string[];
}

/** One number of a trial, or of trials that share a seed, and its unit. */
export interface Value<Trials extends readonly Measured[] = readonly Measured[]> {
  readonly unit: string;
  readonly of: (...trials: Trials) => number;
}

/** Holds where a value lies below a bound, or above one. The bound is ours, so the report shows the verdict for others as well. */
export interface Threshold<Trials extends readonly Measured[] = readonly Measured[]> extends Value<Trials> {
  readonly below?: number;
  readonly above?: number;
}

/**
 * A claim about how often something happens over seeds.
 * @typeParam For its arms; the predicates take as many trials
 * @typeParam NegativeFor its negative control's arms
 * @typeParam PositiveFor its positive control's arms
 */
export interface RateClaim<
  ArmName extends string = string,
  For extends ArmNames<ArmName> = ArmNames<ArmName>,
  NegativeFor extends ArmNames<ArmName> = ArmNames<ArmName>,
  PositiveFor extends ArmNames<ArmName> = ArmNames<ArmName>,
> extends Said<ArmName> {
  /** The arm, or the arms of one seed, that the predicate is about. */
  readonly for: For;
  /** What happens. Either this or a threshold. */
  readonly holds?: Predicate<TrialsOf<For>>;
  /** A value on one side of a bound, which is also the claim's effect. Either this or `holds`. */
  readonly threshold?: Threshold<TrialsOf<For>>;
  /** Only the seeds on which this holds count: "among runs that …, …". */
  readonly among?: Predicate<TrialsOf<For>>;
  /** The claim is about collapse, so that a dead run is judged like any other. */
  readonly judgesDead?: boolean;
  /** The success rate that the claim asserts: ½ for "usually", 0.75 or 0.9 for "reliably". */
  readonly atLeast: number;
  readonly controls: {
    /** A sabotage that must not come out reproduced, and could if the code were wrong. */
    readonly negative: Control<ArmName, NegativeFor>;
    /** Trials on which the predicate must hold: it must come out reproduced. */
    readonly positive: Control<ArmName, PositiveFor>;
  };
  /** How large the effect is, in `unit`, per seed: shown with its median and interval, never deciding. */
  readonly effect?: Value<TrialsOf<For>>;
}

/** Other arms than the claim's, another predicate, or both. Without a predicate of its own it is judged by the claim's. */
export interface Control<ArmName extends string = string, For extends ArmNames<ArmName> = ArmNames<ArmName>> {
  readonly what: string;
  readonly for?: For;
  readonly holds?: Predicate<TrialsOf<For>>;
}

/**
 * A claim that one arm usually ends better than another, by one value of each. Of two trials that share a seed the first wins, the
 * second wins, or they tie; ties are told and do not count. Its negative control is made by itself: the second arm against
 * itself on other seeds, which must not come out decided.
 */
export interface ComparisonClaim<ArmName extends string = string> extends Said<ArmName> {
  /** The arm that is claimed to be better, and the one that it is compared with. */
  readonly for: readonly [better: ArmName, other: ArmName];
  /** What is compared, of either arm. */
  readonly value: Value<readonly [Measured]>;
  /** Which value is the better one. */
  readonly better: "smaller" | "larger";
  /** Values that differ by no more than this tie; 0 unless given. */
  readonly tie?: number;
  /**
   * The claim is about collapse, so that a dead run is judged like any other. Otherwise a dead run of the first arm loses. A
   * diverged one loses too; where the second arm diverged they tie.
   */
  readonly judgesDead?: boolean;
  readonly controls: {
    /** Arms of which the first is better by construction: it must come out reproduced. */
    readonly positive: { readonly what: string; readonly for: readonly [better: ArmName, other: ArmName] };
  };
}

/**
 * A claim of algebra: decided once, to a tolerance.
 * @typeParam ArmName the arms that its finding may speak of
 */
export interface ExactClaim<ArmName extends string = string> extends Said<ArmName> {
  readonly check: () => ExactResult;
  readonly controls: {
    readonly negative: ExactControl;
    /** Where the claim is contradicted: something on which the same check holds. */
    readonly positive?: ExactControl;
  };
}

export interface ExactControl {
  readonly what: string;
  readonly check: () => ExactResult;
}

/** A claim about all seeds together: a correlation over runs, a count of comparisons. */
export interface StatisticClaim<
  ArmName extends string = string,
  For extends ArmNames<ArmName> = ArmNames<ArmName>,
  NegativeFor extends ArmNames<ArmName> = ArmNames<ArmName>,
  PositiveFor extends ArmNames<ArmName> = ArmNames<ArmName>,
> extends Said<ArmName> {
  readonly for: For;
  readonly decide: Decide<TrialsOf<For>>;
  /** What the estimate and its interval are of. */
  readonly unit: string;
  readonly controls: {
    readonly negative: StatisticControl<ArmName, NegativeFor>;
    readonly positive: StatisticControl<ArmName, PositiveFor>;
  };
}

export interface StatisticControl<ArmName extends string = string, For extends ArmNames<ArmName> = ArmNames<ArmName>> {
  readonly what: string;
  readonly for?: For;
  readonly decide?: Decide<TrialsOf<For>>;
}

/** A sentence that cannot be tested with what its source gives. */
export interface UntestedClaim<ArmName extends string = string> extends Said<ArmName> {
  /** What is missing. */
  readonly why: string;
}

/**
 * @param rows a row a seed, its trials in the order of the claim's arms; without seeds of which one diverged
 * @param level the error allowed at this look, both sides together
 */
export type Decide<Trials extends readonly Measured[] = readonly Measured[]> = (
  rows: readonly Trials[],
  level: number,
) => Decision;

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

/** Every kind of claim as it is judged. */
export type Claim<ArmName extends string = string> =
  | (Named & { readonly kind: "rate" } & JudgedRate<ArmName>)
  | (Named & { readonly kind: "statistic" } & StatisticClaim<ArmName>)
  | (Named & { readonly kind: "exact" } & ExactClaim<ArmName>)
  | (Named & { readonly kind: "untested" } & UntestedClaim<ArmName>);

interface Named {
  /** "source/name" */
  readonly id: string;
  readonly cap: number;
}

/**
 * A rate claim with its predicate made: a threshold and a comparison become one. What was made from a comparison says so, as its
 * ties, its negative control and its equivalence are told apart.
 */
export interface JudgedRate<ArmName extends string = string> extends RateClaim<ArmName> {
  readonly holds: Predicate;
  readonly comparison?: Pick<ComparisonClaim<ArmName>, "value" | "better" | "tie">;
}
