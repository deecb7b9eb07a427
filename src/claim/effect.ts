import { stream } from "../random/stream.ts";
import type { Interval } from "./verdict.ts";

/** Resamples of a bootstrap interval (Efron and Tibshirani 1993, section 13.3, advise 1,000 or more for percentiles). */
const resamples = 2000;

/** Median and its 95 % percentile-bootstrap interval over seeds. The resampling is seeded: equal values, equal interval. */
export function medianWithInterval(values: readonly number[]): { median: number; interval: Interval } {
  const n = values.length;
  const picks = stream(1, "bootstrap").uniforms(resamples * n);
  const medians = Array.from({ length: resamples }, (_, r) =>
    median(Array.from({ length: n }, (_, i) => values[Math.floor(picks[r * n + i] * n)])),
  );
  return { median: median(values), interval: [quantile(medians, 0.025), quantile(medians, 0.975)] };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). Infinite values keep their place. */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError("expected at least one value, got none");
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  // Not low + share·(high − low) at once: ∞ − ∞ and ∞·0 are NaN.
  return low === high ? low : low + (position - Math.floor(position)) * (high - low);
}
