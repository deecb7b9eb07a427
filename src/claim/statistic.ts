import { bootstrapInterval } from "./bootstrap.ts";
import type { Decide, Measured } from "./claim.ts";

/** Measurements of all seeds: a row a seed, its trials in the order of the claim's arms. */
type Rows = readonly (readonly Measured[])[];

/**
 * Decides by one statistic over all seeds: its 95 % bootstrap interval wholly above `bound`, reproduced; wholly below,
 * contradicted; else inconclusive.
 */
export const liesAbove =
  (bound: number, statistic: (rows: Rows) => number): Decide =>
  (rows) => {
    const [low, high] = bootstrapInterval(rows, statistic);
    const verdict = low > bound ? "reproduced" : high < bound ? "contradicted" : "inconclusive";
    return { verdict, estimate: statistic(rows), interval: [low, high] };
  };
