/** What the slides' claims look at, and the arms that they compare with. */
import type { Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import { type armsOf, early } from "../arms.ts";

/** Registers claims about the slides' arms. */
export type Slides = Words<keyof ReturnType<typeof armsOf> & string>;

export const fd = ({ end }: Measured) => end.frechet;
export const better = (a: Measured, b: Measured) => fd(a) < fd(b);
export const gain = {
  unit: "Fréchet distance, % of variance, difference",
  of: (a: Measured, b: Measured) => fd(a) - fd(b),
};
export const pooledEarly = (trial: Measured) => trial.at("frechetPooled", early.weird);
export const mid = ({ end }: Measured) => end.between;
export const isCollapsed = (trial: Measured) =>
  trial.at("diversity", early.collapse) < 0.05 && trial.at("modes", early.collapse) <= 2;

export const sigmoid = "sigmoid, momentum 0.02";
export const tanh = "tanh, momentum 0.02";
