import type { Verdict } from "../language/verdict.ts";
import { rateIsWithin } from "../statistics/confidence-sequence.ts";
import { decideRate, errorOfSide } from "../statistics/sequential-boundary.ts";

/** How a seed came out: it held, it did not, a tie, or not among those that count. */
export type Outcome = "+" | "-" | "=" | ".";

/** Where a decision over outcomes fell. */
export interface DecidedOutcomes {
  readonly verdict: Verdict;
  readonly successes: number;
  /** Of how many that count. */
  readonly seeds: number;
  /** How many seeds were looked at, those that do not count too. */
  readonly looked: number;
  /** Theirs, one character a seed. */
  readonly outcomes: string;
}

export interface Rule {
  /** The asserted rate. */
  readonly rate: number;
  /** The most seeds to look at. */
  readonly cap: number;
  /** "No difference that matters" is a verdict too: of comparisons. */
  readonly isComparison: boolean;
}

/** Stops at the first seed at which a boundary is hit or, of a comparison, no difference that matters is left. */
export function decideOutcomes(outcomes: readonly Outcome[], { rate, cap, isComparison }: Rule): DecidedOutcomes {
  const within = outcomes.slice(0, cap);
  const counting = within.flatMap((outcome, index) => (outcome === "+" || outcome === "-" ? [index] : []));
  const held = counting.map((index) => within[index] === "+");
  const { side, seeds, successes } = decideRate(held, { rate, cap });
  const end = (counted: number, all: boolean) => (all ? within.length : counting[counted - 1] + 1);
  const result = (verdict: Verdict, successes: number, seeds: number, looked: number): DecidedOutcomes => ({
    ...{ verdict, successes, seeds, looked },
    outcomes: within.slice(0, looked).join(""),
  });
  const equal = isComparison ? firstEquivalence(held.slice(0, seeds), rate) : undefined;
  if (equal !== undefined && (side === "open" || equal < seeds)) {
    return result("equivalent", held.slice(0, equal).filter(Boolean).length, equal, end(equal, false));
  }
  const verdict = side === "above" ? "reproduced" : side === "below" ? "contradicted" : "open";
  return result(verdict, successes, seeds, end(seeds, side === "open"));
}

/**
 * A first arm that is better on 4 to 6 of 10 seeds makes no difference that matters: the bound is ours, twice as far from a coin
 * as a small effect of 0.2 standard deviations (Cohen 1988) would be, which gives 0.56.
 */
export const matters = 0.1;

/** After how many seeds the rate was surely within what does not matter; undefined if never. */
function firstEquivalence(held: readonly boolean[], rate: number): number | undefined {
  let successes = 0;
  for (const [index, success] of held.entries()) {
    if (success) successes++;
    if (rateIsWithin(successes, index + 1, rate - matters, rate + matters)) return index + 1;
  }
  return undefined;
}

/** Chance a side that the control of one comparison is decided although nothing is there to decide: of 100 of them 0.1 would be. */
export const errorOfControl = 0.0005;

/** Of a comparison's negative control: {@link errorOfControl}; of all else that of a claim. */
export const errorOf = (control: "negative" | "positive", isComparison: boolean): number =>
  isComparison && control === "negative" ? errorOfControl : errorOfSide;
