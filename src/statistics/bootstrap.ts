import type { Interval } from "../language/verdict.ts";
import { stream } from "../random/stream.ts";
import { quantile } from "./quantile.ts";

/** Resamples of a bootstrap interval (Efron and Tibshirani 1993, section 13.3, advise 1,000 or more for percentiles). */
const resamples = 2000;

/**
 * The 95 % percentile-bootstrap interval of a statistic over seeds. The resampling is seeded: equal items, equal interval.
 * Resamples on which the statistic is NaN (a correlation of equal values) are left out.
 * @param items one a seed
 */
export function bootstrapInterval<T>(items: readonly T[], statistic: (sample: readonly T[]) => number): Interval {
  const n = items.length;
  const picks = stream(1, "bootstrap").uniforms(resamples * n);
  const values = Array.from({ length: resamples }, (_, r) =>
    statistic(Array.from({ length: n }, (_, i) => items[Math.floor(picks[r * n + i] * n)])),
  ).filter((value) => !Number.isNaN(value));
  return values.length === 0
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [quantile(values, 0.025), quantile(values, 0.975)];
}
