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

/** Equal bins over μ ± 3σ in which heights are compared: as many as the histogram of GokuMohandas/the-neural-perspective has. */
const bins = 10;

/**
 * Largest difference between the height of a sample's histogram and the mean height of the density in the same bin, in units of
 * 1/σ; the bins are ten equal ones on μ ± 3σ, and what lies outside is missing in them.
 * @param sorted ascending, `[n]`
 */
export function heightGap(sorted: Float64Array, { mean, sd, cdf }: Pick<Distribution, "mean" | "sd" | "cdf">): number {
  const width = 6 / bins;
  const edge = (bin: number) => mean + sd * (bin * width - 3);
  let [largest, at] = [0, 0];
  while (at < sorted.length && sorted[at] < edge(0)) at++;
  for (let bin = 0; bin < bins; bin++) {
    const from = at;
    while (at < sorted.length && sorted[at] < edge(bin + 1)) at++;
    const excess = (at - from) / sorted.length - (cdf(edge(bin + 1)) - cdf(edge(bin)));
    largest = Math.max(largest, Math.abs(excess) / width);
  }
  return largest;
}

/** Share of a sample that lies within one standard deviation of a distribution's mean. */
export const shareWithinOneSd = (values: Float64Array, { mean, sd }: Pick<Distribution, "mean" | "sd">): number =>
  values.filter((value) => Math.abs(value - mean) <= sd).length / values.length;

/** Largest distance between neighbours. */
export function largestStep(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - values[i - 1]));
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
