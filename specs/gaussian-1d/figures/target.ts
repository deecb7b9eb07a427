import { distribution } from "../../../src/random/distribution.ts";
import { arms } from "../arms.ts";

/** What the data are drawn from: N(0.3, 0.1²). */
export const target = distribution(arms.notebook.data);

/** In standard deviations from the mean. */
export const inSigma = (x: number): number => (x - target.mean) / target.sd;
