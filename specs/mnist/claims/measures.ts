/** What the slides' claims look at, and the arms that they compare with. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import { type armsOf, early } from "../arms.ts";

/** Registers claims about the slides' arms. */
export type Slides = Words<SlideArm>;
/** What the findings of those claims are told from. */
export type Told = FindingRun<SlideArm>;
export type SlideArm = keyof ReturnType<typeof armsOf> & string;

export const fd = ({ end }: Measured) => end.frechet;
export const better = (a: Measured, b: Measured) => fd(a) < fd(b);
export const gain = {
  unit: "Fréchet distance, % of variance, difference",
  of: (a: Measured, b: Measured) => fd(a) - fd(b),
};
export const pooledEarly = (trial: Measured) => trial.at("frechetPooled", early.weird);
export const mid = ({ end }: Measured) => end.between;
/** Pixels between 0.1 and 0.9, in percent. */
export const percentBetween = (trial: Measured) => 100 * mid(trial);
/** How many of the ten the classifier sees. */
export const digits = ({ end }: Measured) => end.modes;
export const isCollapsed = (trial: Measured) =>
  trial.at("diversity", early.collapse) < 0.05 && trial.at("modes", early.collapse) <= 2;

export const sigmoid = "sigmoid, momentum 0.02";
export const tanh = "tanh, momentum 0.02";
