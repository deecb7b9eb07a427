import { distribution } from "../../../src/data/distribution.ts";
import { median, trained } from "../../../src/figure/seeds.ts";
import type { Trial } from "../../../src/trials/trial.ts";
import { arms } from "../experiment.ts";

/** What the data are drawn from: N(0.3, 0.1²). */
export const target = distribution(arms.notebook.data);

/** The notebook's `gaussian(x, mean, stddev)`. */
export const targetDensity = (x: number): number => {
  const { mean, sd } = target;
  return Math.exp(-((x - mean) ** 2) / (2 * sd ** 2)) / (Math.sqrt(2 * Math.PI) * sd);
};

/** In standard deviations from the mean. */
export const inSigma = (x: number): number => (x - target.mean) / target.sd;

/** Of a metric when training ended, over the seeds that were trained. */
export const medianEnd = (trials: readonly Trial[], metric: string): number =>
  median(trained(trials).map(({ end }) => end[metric]));
