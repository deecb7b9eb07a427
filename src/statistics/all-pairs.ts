import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Interval } from "../language/verdict.ts";
import { ranks } from "./ranks.ts";

/** How often one arm's value is the smaller one when any seed of either is compared with any of the other. */
export interface AllPairs {
  /** P(A < B) + P(A = B)/2: 1/2 where neither tends to be smaller. */
  readonly estimate: number;
  /** Its 95 % interval. */
  readonly interval: Interval;
}

/** Chance that the interval misses the probability. */
const missing = 0.05;

/**
 * P(A < B) over all pairs of both arms' values, ties half (Mann and Whitney 1947), by the sum of ranks. The interval is
 * method 5 of Newcombe (2006, Statistics in Medicine 25:559–573): all θ with (θ − θ̂)² ≤ z² V(θ) and the variance of Hanley and
 * McNeil (1982), of m and n values with N = (m + n)/2 − 1,
 *
 *     V(θ) = θ (1 − θ) (1 + N (1 − θ)/(2 − θ) + N θ/(1 + θ)) / (m n),
 *
 * which is not empty where one arm always wins. It takes the arms as independent, and values of the same seed as unrelated.
 * An estimate to show beside a paired comparison, for a number of seeds fixed beforehand; it decides nothing.
 * @throws {RangeError} if an arm has no values, or NaN among them
 */
export function allPairs(a: readonly number[], b: readonly number[]): AllPairs {
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) throw new RangeError(`expected one value or more of both arms, got ${m} and ${n}`);
  const sumOfRanks = ranks([...a, ...b])
    .slice(m)
    .reduce((sum, rank) => sum + rank, 0);
  const estimate = (sumOfRanks - (n * (n + 1)) / 2) / (m * n);
  const z = normalQuantile(1 - missing / 2, 0, 1);
  const N = (m + n) / 2 - 1;
  const variance = (p: number) => (p * (1 - p) * (1 + (N * (1 - p)) / (2 - p) + (N * p) / (1 + p))) / (m * n);
  const isInside = (p: number) => (p - estimate) * (p - estimate) <= z * z * variance(p);
  return { estimate, interval: [border(0, estimate, isInside), border(1, estimate, isInside)] };
}

/** Where a condition that holds close to the estimate stops holding on the way to 0 or 1, by bisection. */
function border(end: number, estimate: number, isInside: (p: number) => boolean): number {
  // At 0 and 1 the variance is 0, so an end is inside only if it is the estimate.
  if (estimate === end) return end;
  let [out, within] = [end, estimate];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (out + within) / 2;
    if (isInside(middle)) within = middle;
    else out = middle;
  }
  return within;
}
