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
/** Both as means over the last fifth of training. */
export const isNear = (trial: Measured) => w1(trial) < 0.3 && trial.end.kolmogorovSmirnov < 0.2;

/** What comparisons compare: how far from the data an arm ends. */
export const ends = { value: { unit: "W1 in σ", of: w1 }, better: "smaller" } as const;
/** Two arms of which the first is closer by construction. */
export const drawsAreCloser = {
  positive: { what: "draws from the data against an untrained generator", for: ["real draws", "untrained"] },
} as const;

/** Sabotage and certainty of a claim that a generator's samples are like the data. */
export const samplesAlike = {
  negative: { what: "an untrained generator", for: "untrained" },
  positive: { what: "draws from the data in the generator's place", for: "real draws" },
} as const;
