import { quantile as quantileOfAll } from "../statistics/quantile.ts";
import type { Trial } from "../trial/trial.ts";

/** Trials that were trained; the others count in the text, not in medians. */
export const trained = (trials: readonly Trial[]): Trial[] => trials.filter(({ state }) => state === "trained");

/** How many did not get through: "2 of 16 dead", "1 of 16 diverged"; undefined if all did. */
export function failures(trials: readonly Trial[]): string | undefined {
  const said = (["dead", "diverged"] as const).flatMap((state) => {
    const count = trials.filter((trial) => trial.state === state).length;
    return count > 0 ? [`${count} of ${trials.length} ${state}`] : [];
  });
  return said.length > 0 ? said.join(", ") : undefined;
}

/** Quantile of the finite values; NaN of none. */
export function quantile(values: readonly number[], p: number): number {
  const finite = values.filter(Number.isFinite);
  return finite.length > 0 ? quantileOfAll(finite, p) : Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 1 / 2);

/** Median of a metric at the end of training, over the trials that neither diverged nor died. */
export const medianEnd = (trials: readonly Trial[], metric: string): number =>
  median(trained(trials).map(({ end }) => end[metric]));

/** The trial in the middle by some measure: the lower of the two for an even number. Ties go to the smaller seed. */
export function medianTrial(trials: readonly Trial[], measure: (trial: Trial) => number): Trial {
  if (trials.length === 0) throw new RangeError("expected at least one trained trial, got none; train more seeds");
  const ordered = [...trials].sort((a, b) => measure(a) - measure(b) || a.seed - b.seed);
  return ordered[Math.floor((ordered.length - 1) / 2)];
}
