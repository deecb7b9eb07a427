import { notebook } from "../engine/conformance/arms.ts";

/** What is timed: the 1-D Gaussian GAN of the TensorFlow notebook (1-10-20-10-1, all sigmoid, batch 64, Adam). */
export const benchmarkArm = notebook;

/** Sizes of the ensemble that are timed. */
export const ensembleSizes = [1, 8, 32] as const;

/** Seeds 1 … size. */
export const seedsOf = (size: number): number[] => Array.from({ length: size }, (_, i) => i + 1);
