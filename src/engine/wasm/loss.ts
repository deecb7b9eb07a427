import type { Kernels } from "./kernels.ts";
import { ROW_BYTES } from "./layer-buffers.ts";
import type { Pass } from "./pass.ts";

/** weight · (−log D) for target 1 and weight · (−log(1 − D)) for target 0, averaged over a segment of the batch. */
export interface CrossEntropyTerm {
  readonly target: 0 | 1;
  readonly weight: number;
}

/** Goodfellow et al. 2014, Algorithm 1: descend −log D(x) on real samples and −log(1 − D(G(z))) on fake ones. */
export const discriminatorTerms = (weight = 1): readonly [real: CrossEntropyTerm, fake: CrossEntropyTerm] => [
  { target: 1, weight },
  { target: 0, weight },
];
/** The generator descends −log D(G(z)), or log(1 − D(G(z))). */
export const generatorTerms = {
  "non-saturating": { target: 1, weight: 1 },
  saturating: { target: 0, weight: -1 },
} as const satisfies Record<string, CrossEntropyTerm>;

/**
 * Writes the gradient of the summed terms, one for each segment of a discriminator's pass, with respect to what goes into
 * its last activation.
 */
export function crossEntropyBackward(kernels: Kernels, pass: Pass, terms: readonly CrossEntropyTerm[]): void {
  const { layout, rows } = pass;
  // Sigmoid and logarithm together lose no digits where D is close to 0 or 1. Anything between them is taken literally.
  const fused = layout.isProbability;
  const gradientOf = fused ? kernels.crossEntropyGradient : kernels.logLossGradient;
  const segmentBytes = pass.segmentBlocks * ROW_BYTES;
  for (let segment = 0; segment < terms.length; segment++) {
    const { target, weight } = terms[segment];
    const offset = segment * segmentBytes;
    gradientOf(rows, pass.output + offset, target, weight / rows, pass.outputGradient + offset);
  }
  if (!fused) pass.backwardThroughOutput();
}

/** The summed terms themselves, after a forward pass. */
export function crossEntropy(kernels: Kernels, pass: Pass, terms: readonly CrossEntropyTerm[]): number {
  const segmentBytes = pass.segmentBlocks * ROW_BYTES;
  return terms.reduce((loss, { target, weight }, segment) => {
    const sum = kernels.logLoss(pass.rows, pass.output + segment * segmentBytes, target);
    return loss + (weight * sum) / pass.rows;
  }, 0);
}
