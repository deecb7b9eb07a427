import type { Distribution } from "../random/distribution.ts";

/**
 * Wasserstein-1 distance between a sample and a distribution, in units of the distribution's standard deviation:
 * the mean of |x₍ᵢ₎ − Q((i + ½)/n)| (one dimension: W1 is the area between the quantile functions; Vallender 1974).
 * @param sorted ascending, `[n]`
 * @param quantiles Q((i + ½)/n), `[n]`: see {@link midQuantiles}
 */
export function wasserstein1(sorted: Float64Array, quantiles: Float64Array, sd: number): number {
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += Math.abs(sorted[i] - quantiles[i]);
  return sum / sorted.length / sd;
}

/** Q((i + ½)/n) for i = 0 … n − 1. */
export const midQuantiles = ({ quantile }: Pick<Distribution, "quantile">, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));

/** Kolmogorov–Smirnov statistic: the largest gap between the sample's distribution function and the exact one. @param sorted ascending */
export function kolmogorovSmirnov(sorted: Float64Array, cdf: (x: number) => number): number {
  const n = sorted.length;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]);
    largest = Math.max(largest, (i + 1) / n - p, p - i / n);
  }
  return largest;
}

/** Whether values never turn back: non-decreasing throughout, or non-increasing throughout. */
export function isMonotone(values: ArrayLike<number>): boolean {
  let [up, down] = [true, true];
  for (let i = 1; i < values.length; i++) {
    if (values[i] < values[i - 1]) up = false;
    if (values[i] > values[i - 1]) down = false;
  }
  return up || down;
}

/** Mean and standard deviation (divisor n). */
export function moments(values: Float64Array): { mean: number; sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, sd: Math.sqrt(squares / values.length) };
}
