import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Interval } from "../language/verdict.ts";

/** Whether two things differ by less than what matters. */
export interface Equivalence {
  /** Mean of the differences. */
  readonly mean: number;
  /** 90 % interval of their mean. */
  readonly interval: Interval;
  readonly isEquivalent: boolean;
}

/** Chance of calling two things equivalent whose mean difference is the margin. */
const level = 0.05;

/**
 * Two one-sided t tests (Schuirmann 1987): equivalent if the 1 − 2·5 % interval of the mean difference lies within ±margin.
 * Not finding a difference is not enough, so few or noisy pairs are not equivalent; nor are any with NaN among them.
 * @param differences one a pair
 * @throws {RangeError} for fewer than two pairs, or a margin that is not positive
 */
export function equivalence(differences: readonly number[], margin: number): Equivalence {
  const n = differences.length;
  if (n < 2 || !(margin > 0)) {
    throw new RangeError(`expected 2 pairs or more and a positive margin, got ${n} and ${margin}`);
  }
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const variance = differences.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1);
  const half = tQuantile(1 - level, n - 1) * Math.sqrt(variance / n);
  const interval: Interval = [mean - half, mean + half];
  return { mean, interval, isEquivalent: interval[0] > -margin && interval[1] < margin };
}
