import type { Claim } from "../language/claim.ts";
import type { Interval, Verdict } from "../language/verdict.ts";

/** What came of a claim: a verdict with what decided it, by the claim's kind, or why there is none. */
export type Judgement = RateJudgement | StatisticJudgement | ExactJudgement | NotJudged;

/** On how many seeds a predicate held. */
export interface Count {
  readonly successes: number;
  readonly seeds: number;
}

/** A claim about a rate over seeds, decided by the exact interval of the rate that was measured. */
export interface RateJudgement extends Count {
  readonly kind: "rate";
  readonly claim: ClaimOf<"rate">;
  readonly verdict: Verdict;
  readonly assertedRate: number;
  /** The exact 95 % interval of the rate; [0, 1] of no seeds. */
  readonly interval: Interval;
  readonly control: Count & { readonly what: string; readonly verdict: Verdict };
  readonly effect?: EffectOverSeeds;
}

/** How large the effect is, in `unit`; shown, never deciding. */
export interface EffectOverSeeds {
  readonly unit: string;
  /** Over the seeds that count, with its 95 % bootstrap interval. */
  readonly median: number;
  readonly interval: Interval;
  /** One of each seed that counts, none of them NaN. */
  readonly values: readonly number[];
  /** The same of the control; none where it compares another number of arms. */
  readonly ofControl: readonly number[];
}

/** A claim about all seeds together, decided by one number and its interval, both in `unit`. */
export interface StatisticJudgement {
  readonly kind: "statistic";
  readonly claim: ClaimOf<"statistic">;
  readonly verdict: Verdict;
  /** How many seeds the number is of: those on which no arm diverged. */
  readonly seeds: number;
  readonly unit: string;
  readonly estimate: number;
  readonly interval: Interval;
  readonly control: { readonly what: string; readonly verdict: Verdict };
}

/** A claim of algebra, checked once, to a tolerance. */
export interface ExactJudgement {
  readonly kind: "exact";
  readonly claim: ClaimOf<"exact">;
  readonly verdict: ExactVerdict;
  /** What was computed and to which tolerance, in one sentence. */
  readonly detail: string;
  readonly control: { readonly what: string; readonly verdict: ExactVerdict; readonly detail: string };
}

export type ExactVerdict = Exclude<Verdict, "inconclusive">;

/** A claim that could not be decided, because of how it is written and not because of what was measured. */
export interface NotJudged {
  readonly kind: "not judged";
  readonly claim: Claim;
  /** One line. */
  readonly reason: string;
}

export type ClaimOf<Kind extends Claim["kind"]> = Extract<Claim, { readonly kind: Kind }>;
