import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import type { Interval, Verdict } from "../language/verdict.ts";

export { type Interval, type Verdict, verdicts } from "../language/verdict.ts";

/** Coverage of the interval that decides: at most 1 − confidence of the verdicts on a rate that is exactly the asserted one are wrong. */
export const confidence = 0.95;

/**
 * The one rule for every rate: the exact interval against the asserted rate. Wholly above, reproduced; wholly below,
 * contradicted; else inconclusive.
 */
export function verdictOf(successes: number, seeds: number, assertedRate: number): Verdict {
  const [low, high] = clopperPearson(successes, seeds);
  if (low > assertedRate) return "reproduced";
  if (high < assertedRate) return "contradicted";
  return "inconclusive";
}

/**
 * The exact interval of a binomial rate (Clopper and Pearson 1934), two-sided.
 * @throws {RangeError} unless 0 ≤ successes ≤ seeds and seeds ≥ 1
 */
export function clopperPearson(successes: number, seeds: number): Interval {
  if (!(Number.isInteger(successes) && Number.isInteger(seeds) && seeds >= 1 && successes >= 0 && successes <= seeds)) {
    throw new RangeError(`expected 0 ≤ successes ≤ seeds and seeds ≥ 1, got ${successes} of ${seeds}`);
  }
  const tail = (1 - confidence) / 2;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, seeds - successes + 1),
    successes === seeds ? 1 : betaQuantile(1 - tail, successes + 1, seeds - successes),
  ];
}

/** Probability of each verdict when a predicate's true rate is `rate`: the rule's operating characteristic, by enumeration. */
export function verdictProbabilities(rate: number, seeds: number, assertedRate: number): Record<Verdict, number> {
  const probability = { reproduced: 0, contradicted: 0, inconclusive: 0 };
  for (let successes = 0; successes <= seeds; successes++) {
    probability[verdictOf(successes, seeds, assertedRate)] += binomialPmf(successes, seeds, rate);
  }
  return probability;
}

/**
 * How many false verdicts to expect among claims at worst: each claim's true rate taken to be exactly the asserted one,
 * where any firm verdict is wrong.
 */
export function expectedFalseVerdicts(claims: readonly { seeds: number; assertedRate: number }[]): number {
  return claims.reduce((sum, { seeds, assertedRate }) => {
    const { reproduced, contradicted } = verdictProbabilities(assertedRate, seeds, assertedRate);
    return sum + reproduced + contradicted;
  }, 0);
}
