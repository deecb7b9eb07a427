import type { Decide, Measured } from "../language/claim.ts";
import { bootstrapInterval } from "../statistics/bootstrap.ts";

/** Measurements of all seeds: a row a seed, its trials in the order of the claim's arms. */
type Rows = readonly (readonly Measured[])[];

/**
 * Decides by one statistic over all seeds: its 95 % bootstrap interval wholly above `bound`, reproduced; wholly below,
 * contradicted; else inconclusive, as it always is from fewer than {@link fewestSeeds} seeds.
 */
export const liesAbove =
  (bound: number, statistic: (rows: Rows) => number): Decide =>
  (rows) => {
    const [low, high] = bootstrapInterval(rows, statistic);
    const verdict = low > bound ? "reproduced" : high < bound ? "contradicted" : "inconclusive";
    const decides = rows.length >= fewestSeeds;
    return { verdict: decides ? verdict : "inconclusive", estimate: statistic(rows), interval: [low, high] };
  };

/**
 * Resamples of very few seeds are too similar: the rank correlation of two is 1 or −1 in all of them, whatever was
 * measured. Six is where the exact interval of a rate begins to decide too, 6 of 6 against ½ (2·2⁻⁶ < 0.05 < 2·2⁻⁵).
 */
const fewestSeeds = 6;
