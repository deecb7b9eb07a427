import type { Claim } from "../language/claim.ts";
import type { Interval, Verdict } from "../language/verdict.ts";

/** What came of a claim: a verdict with what decided it, by the claim's kind, or why there is none. */
export type Judgement = RateJudgement | StatisticJudgement | ExactJudgement | Untested | NotJudged;

/** On how many seeds a predicate held. */
export interface Count {
  readonly successes: number;
  /** Of how many that count. */
  readonly seeds: number;
}

/** A claim about a rate over seeds, decided one seed after the other by a boundary (src/statistics/sequential-boundary.ts). */
export interface RateJudgement extends Count {
  readonly kind: "rate";
  readonly claim: ClaimOf<"rate">;
  readonly verdict: Verdict;
  readonly assertedRate: number;
  /** The 95 % interval of the rate that holds wherever one stops; [0, 1] of no seeds. */
  readonly interval: Interval;
  /** How many seeds were looked at until it was decided, those that do not count too. */
  readonly looked: number;
  /** One character a seed that was looked at: "+" it held, "-" it did not, "=" a tie, "." not among those that count. */
  readonly outcomes: string;
  /** Successes that would have sufficed at this number of seeds; none where no number would. */
  readonly sufficient: { readonly above?: number; readonly below?: number };
  readonly controls: { readonly negative: ControlCount; readonly positive: ControlCount };
  readonly effect?: EffectOverSeeds;
  /** How the first arm does against the second; of comparisons alone. */
  readonly comparison?: ComparedArms;
}

export interface ComparedArms {
  readonly ties: number;
  /** Probability that a trial of the first arm is better than one of the second, ties half, over all pairs of seeds. */
  readonly better: { readonly estimate: number; readonly interval: Interval };
}

/** A control, decided by the rule of its claim. */
export interface ControlCount extends Count {
  readonly what: string;
  readonly verdict: Verdict;
}

/** How large the effect is, in `unit`; shown, never deciding. */
export interface EffectOverSeeds {
  readonly unit: string;
  /** Over the seeds that count, with its 95 % bootstrap interval. */
  readonly median: number;
  readonly interval: Interval;
  /** One of each seed that was looked at; NaN where there is none. */
  readonly values: readonly number[];
}

/** A claim about all seeds together, decided by one test at looks that are fixed beforehand. */
export interface StatisticJudgement {
  readonly kind: "statistic";
  readonly claim: ClaimOf<"statistic">;
  readonly verdict: Verdict;
  /** How many seeds the number is of: those on which no arm diverged. */
  readonly seeds: number;
  /** How many seeds were looked at. */
  readonly looked: number;
  readonly unit: string;
  readonly estimate: number;
  readonly interval: Interval;
  readonly controls: { readonly negative: StatisticControlResult; readonly positive: StatisticControlResult };
}

export interface StatisticControlResult {
  readonly what: string;
  readonly verdict: Verdict;
  readonly estimate: number;
  readonly seeds: number;
}

/** A claim of algebra, checked once, to a tolerance. */
export interface ExactJudgement {
  readonly kind: "exact";
  readonly claim: ClaimOf<"exact">;
  readonly verdict: ExactVerdict;
  /** What was computed and to which tolerance, in one sentence. */
  readonly detail: string;
  readonly controls: { readonly negative: ExactControlResult; readonly positive?: ExactControlResult };
}

export interface ExactControlResult {
  readonly what: string;
  readonly verdict: ExactVerdict;
  readonly detail: string;
}

export type ExactVerdict = Extract<Verdict, "reproduced" | "contradicted">;

/** A sentence that cannot be tested with what its source gives. */
export interface Untested {
  readonly kind: "untested";
  readonly claim: ClaimOf<"untested">;
}

/** A claim that could not be decided, because of how it is written and not because of what was measured. */
export interface NotJudged {
  readonly kind: "not judged";
  readonly claim: Claim;
  /** One line. */
  readonly reason: string;
}

export type ClaimOf<Kind extends Claim["kind"]> = Extract<Claim, { readonly kind: Kind }>;
