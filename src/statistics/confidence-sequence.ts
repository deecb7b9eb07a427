import betaln from "@stdlib/math-base-special-betaln";
import ln from "@stdlib/math-base-special-ln";
import type { Interval } from "../language/verdict.ts";

/** Chance that a 95 % confidence sequence ever leaves out the true rate. */
const missing = 0.05;

/**
 * The interval of a rate that holds at every number of outcomes at once, so whenever looking stops:
 *
 *     { p : B(1 + S, 1 + n − S) / (pˢ (1 − p)ⁿ⁻ˢ) < 1/α }
 *
 * (Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021, with a uniform mixture.) It is wider than an interval for one n
 * fixed beforehand.
 * @param alpha chance that it ever leaves out the true rate
 * @throws {RangeError} unless 0 ≤ successes ≤ n
 */
export function confidenceSequence(successes: number, n: number, alpha = missing): Interval {
  const center = n === 0 ? 0.5 : successes / n;
  const isInside = (p: number) => logEValue(successes, n, p) < -ln(alpha);
  return [isInside(0) ? 0 : border(0, center, isInside), isInside(1) ? 1 : border(1, center, isInside)];
}

/**
 * Evidence against a rate: the ratio of the likelihoods of a rate drawn uniformly and of the asserted one, in closed form
 * B(1 + S, 1 + n − S) / (pˢ (1 − p)ⁿ⁻ˢ). Its mean is 1 at most, at any stopping time, if the rate is the asserted one. Taken
 * as 0 where S/n lies below the rate it is evidence against every rate up to the asserted one, and above likewise.
 */
export const eValue = (successes: number, n: number, rate: number): number => Math.exp(logEValue(successes, n, rate));

/**
 * The natural logarithm of {@link eValue}, which itself overflows after some hundred outcomes.
 * @throws {RangeError} unless 0 ≤ successes ≤ n and 0 ≤ rate ≤ 1
 */
export function logEValue(successes: number, n: number, rate: number): number {
  if (!(Number.isInteger(successes) && Number.isInteger(n) && successes >= 0 && successes <= n)) {
    throw new RangeError(`expected 0 ≤ successes ≤ n, got ${successes} of ${n}`);
  }
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`expected a rate from 0 to 1, got ${rate}`);
  const failures = n - successes;
  return betaln(1 + successes, 1 + failures) - times(successes, ln(rate)) - times(failures, ln(1 - rate));
}

/**
 * Whether a rate is shown to lie strictly between two others: its whole confidence sequence does. A bound of 0 or 1 is none.
 * If the rate is one of the bounds, or beyond it, this is ever so with probability `alpha` at most.
 */
export function rateIsWithin(successes: number, n: number, low: number, high: number, alpha = missing): boolean {
  if (!(low >= 0 && low < high && high <= 1))
    throw new RangeError(`expected 0 ≤ low < high ≤ 1, got ${low} and ${high}`);
  // The sequence surrounds S/n without gaps, so it lies between two rates that it leaves out if S/n does.
  const leavesOut = (rate: number) => logEValue(successes, n, rate) >= -ln(alpha);
  const [least, most] = [low * n, high * n];
  return (low === 0 || (successes > least && leavesOut(low))) && (high === 1 || (successes < most && leavesOut(high)));
}

/** 0·(−∞) is nothing here: what never happened is no evidence. */
const times = (count: number, logarithm: number): number => (count === 0 ? 0 : count * logarithm);

/** Where a condition that holds at `inside` and not at `outside` begins to hold, to the last bit or so. */
function border(outside: number, inside: number, isInside: (p: number) => boolean): number {
  let [out, within] = [outside, inside];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (out + within) / 2;
    if (isInside(middle)) within = middle;
    else out = middle;
  }
  return out;
}
