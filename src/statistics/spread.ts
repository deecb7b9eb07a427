import { median } from "./quantile.ts";

/** The middle of repeated measurements and how far they lie from it: robust, as times have long tails. */
export interface Spread {
  readonly median: number;
  /** Median absolute deviation from the median, in the unit of the measurements. */
  readonly mad: number;
  /** How many measurements there were. */
  readonly samples: number;
}

/** @throws {RangeError} if there are no measurements */
export function spreadOf(samples: readonly number[]): Spread {
  const middle = median(samples);
  const mad = median(samples.map((sample) => Math.abs(sample - middle)));
  return { median: middle, mad, samples: samples.length };
}
