/** What the claims look at. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import type { arms } from "../arms.ts";

/** Registers claims about the post's arms. */
export type Post = Words<keyof typeof arms>;
export type Told = FindingRun<keyof typeof arms>;

export const w1 = ({ end }: Measured) => end.wasserstein1;
/** Wasserstein-1 of a first arm below that of a second. */
export const closer = (a: Measured, b: Measured) => w1(a) < w1(b);
export const difference = { unit: "W1 in σ, difference", of: (a: Measured, b: Measured) => w1(a) - w1(b) };
