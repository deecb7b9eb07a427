/** What the slides' claims look at, and the arms that they compare with. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import { early, type SlideArm } from "../arms.ts";

export type { SlideArm } from "../arms.ts";

/** Registers claims about the slides' arms. */
export type Slides = Words<SlideArm>;
/** What the findings of those claims are told from. */
export type Told = FindingRun<SlideArm>;

export const fd = ({ end }: Measured) => end.frechet;
export const logDistance = (trial: Measured) => Math.log(fd(trial));
export const better = (a: Measured, b: Measured) => fd(a) < fd(b);
export const distance = { unit: "Fréchet distance, % of variance", of: fd };
/** Of arms that end at iteration 1,000, and of real digits in their place. */
export const pooled = ({ end }: Measured) => end.frechetPooled;
/** Of the vanilla GAN, which goes on. */
export const pooledEarly = (trial: Measured) => trial.at("frechetPooled", early.weird);
export const mid = ({ end }: Measured) => end.between;
/** Pixels between 0.1 and 0.9, in percent. */
export const percentBetween = (trial: Measured) => 100 * mid(trial);
/** How many of the ten the classifier sees. */
export const digits = ({ end }: Measured) => end.modes;

/** Less than 5 % of the data's variance and at most two digits. */
export const isOfOneKind = ({ end }: Measured) => end.diversity < 0.05 && end.modes <= 2;
/** The same by iteration 500. */
export const isCollapsed = (trial: Measured) =>
  trial.at("diversity", early.collapse) < 0.05 && trial.at("modes", early.collapse) <= 2;

export const sigmoid = "sigmoid, momentum 0.02";
export const tanh = "tanh, momentum 0.02";
