import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import type { Interval, Verdict } from "../language/verdict.ts";

export { type Interval, type Verdict, verdicts } from "../language/verdict.ts";

/** Coverage of the interval that decides: at most 1 − confidence of the verdicts on a rate that is exactly the asserted one are wrong. */
export const confidence = 0.95;

/**
 * The one rule for every rate: the exact interval against the asserted rate. Wholly above, reproduced; wholly below,
 * contradicted; otherwise inconclusive.
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

/**
 * Probability of each verdict when a predicate's true rate is `rate`: the rule's operating characteristic. More successes
 * never weaken a verdict, so each has one range of them, and the binomial probabilities of the range are summed.
 */
export function verdictProbabilities(rate: number, seeds: number, assertedRate: number): Record<Verdict, number> {
  const above = fewestSuccesses(seeds, (k) => verdictOf(k, seeds, assertedRate) === "reproduced");
  const notBelow = fewestSuccesses(seeds, (k) => verdictOf(k, seeds, assertedRate) !== "contradicted");
  return {
    reproduced: probabilityOf(above, seeds, seeds, rate),
    contradicted: probabilityOf(0, notBelow - 1, seeds, rate),
    inconclusive: probabilityOf(notBelow, above - 1, seeds, rate),
  };
}

/** The fewest successes that satisfy a condition which more successes never break, by bisection; seeds + 1 if none do. */
function fewestSuccesses(seeds: number, condition: (successes: number) => boolean): number {
  let [low, high] = [0, seeds + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (condition(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Probability of first … last successes, summed outward from the likeliest of them to where terms no longer count. */
function probabilityOf(first: number, last: number, seeds: number, rate: number): number {
  if (first > last) return 0;
  const likeliest = Math.min(last, Math.max(first, Math.floor((seeds + 1) * rate)));
  let sum = 0;
  for (const step of [1, -1]) {
    for (let k = step === 1 ? likeliest : likeliest - 1; k >= first && k <= last; k += step) {
      const term = binomialPmf(k, seeds, rate);
      sum += term;
      if (term <= sum * Number.EPSILON * 1e-3) break;
    }
  }
  return sum;
}

/**
 * How many false verdicts to expect among claims at worst: each claim's true rate taken to be exactly the asserted one,
 * where any firm verdict is wrong.
 */
export function expectedFalseVerdicts(claims: readonly { seeds: number; assertedRate: number }[]): number {
  const known = new Map<string, number>();
  return claims.reduce((sum, { seeds, assertedRate }) => {
    const key = `${seeds} ${assertedRate}`;
    const probability = known.get(key) ?? falseVerdictProbability(seeds, assertedRate);
    known.set(key, probability);
    return sum + probability;
  }, 0);
}

/** The most seeds for which the probability is computed; beyond, it equals its bound to two digits and takes long to compute. */
const mostEnumerated = 10_000;

function falseVerdictProbability(seeds: number, assertedRate: number): number {
  // Of no seeds nothing is said.
  if (seeds === 0) return 0;
  if (seeds > mostEnumerated) return 1 - confidence;
  const { reproduced, contradicted } = verdictProbabilities(assertedRate, seeds, assertedRate);
  return reproduced + contradicted;
}
