/** What the notebook's claims look at. */
import type { Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import type { arms } from "../arms.ts";
import { target } from "../figures/target.ts";

/** Registers claims about the notebook's arms. */
export type Notebook = Words<keyof typeof arms & string>;

/** Wasserstein-1 when training ended, in σ. */
export const distance = ({ end }: Measured) => end.wasserstein1;

/** Probability that the data have below so many standard deviations from their mean. */
export const massBelow = (sigmas: number) => target.cdf(target.mean + sigmas * target.sd);
