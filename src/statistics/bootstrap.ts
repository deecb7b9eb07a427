import type { Interval } from "../language/verdict.ts";
import { stream } from "../random/stream.ts";
import { median, quantile } from "./quantile.ts";

/** Resamples of a bootstrap interval (Efron and Tibshirani 1993, section 13.3, advise 1,000 or more for percentiles). */
const resamples = 2000;

/**
 * The 95 % percentile-bootstrap interval of a statistic over seeds. The resampling is seeded: equal items, equal interval.
 * Resamples on which the statistic is NaN (a correlation of equal values) are left out.
 * @param items one a seed
 */
export const bootstrapInterval = <T>(items: readonly T[], statistic: (sample: readonly T[]) => number): Interval =>
  middleOf(eachResample(items.length, (picks) => statistic(picks.map((pick) => items[pick]))));

/** {@link bootstrapInterval} of the median, from counts of the sorted values: the same numbers without sorting each resample. */
export function bootstrapMedian(values: readonly number[]): Interval {
  const n = values.length;
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const placeOf = new Uint32Array(n);
  for (const [place, i] of order.entries()) placeOf[i] = place;
  const counts = new Uint32Array(n);
  const [low, high] = [Math.floor((n - 1) / 2), Math.ceil((n - 1) / 2)];
  return middleOf(
    eachResample(n, (picks) => {
      counts.fill(0);
      for (const pick of picks) counts[placeOf[pick]]++;
      let place = 0;
      let upTo = counts[0];
      while (upTo <= low) upTo += counts[++place];
      const lower = values[order[place]];
      while (upTo <= high) upTo += counts[++place];
      return median([lower, values[order[place]]]);
    }),
  );
}

/** A number of each resample, given by the indices of what is drawn. */
function eachResample(n: number, numberOf: (picks: readonly number[]) => number): number[] {
  const uniforms = stream(1, "bootstrap").uniforms(resamples * n);
  const picks = new Array<number>(n);
  return Array.from({ length: resamples }, (_, r) => {
    for (let i = 0; i < n; i++) picks[i] = Math.floor(uniforms[r * n + i] * n);
    return numberOf(picks);
  });
}

function middleOf(numbers: readonly number[]): Interval {
  const values = numbers.filter((value) => !Number.isNaN(value));
  return values.length === 0
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [quantile(values, 0.025), quantile(values, 0.975)];
}
