import ln from "@stdlib/math-base-special-ln";
import { imagePixels, type LabelledImages } from "../data/images.ts";
import type { Adversary } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";

/** Probabilities of pixels are kept this far from 0 and 1, as pylearn2's init_sigmoid_bias_from_array does. */
const margin = 1e-7;

/**
 * Sets the biases of the generator's output to the logits of the mean image, so that training starts there.
 * @throws {RangeError} if the arm has no digits to take the mean of, or no sigmoid to undo
 */
export async function startAtMeanImage(
  adversary: Adversary,
  { data, generator }: GanArm,
  images: LabelledImages | undefined,
): Promise<void> {
  const { activation } = generator.layers[generator.layers.length - 1];
  if (data.kind !== "mnist" || !images || activation !== "sigmoid") {
    throw new RangeError(
      `expected digits and a sigmoid to start at the mean image, got ${data.kind} and ${activation}`,
    );
  }
  const weights = await adversary.weights("generator");
  const biases = logitsOfMean(images.images, data.images ?? images.count);
  const parameters = weights.length / adversary.seeds.length;
  // The output's biases are the last of a network's parameters.
  adversary.seeds.forEach((_, s) => {
    weights.set(biases, (s + 1) * parameters - imagePixels);
  });
  adversary.setWeights("generator", weights);
}

/** @param images `[count, 784]`, 0 to 255 @returns `[784]` */
function logitsOfMean(images: Uint8Array, count: number): Float32Array {
  const sums = new Float64Array(imagePixels);
  for (let i = 0; i < count * imagePixels; i++) sums[i % imagePixels] += images[i];
  return Float32Array.from(sums, (sum) => {
    const p = Math.min(1 - margin, Math.max(margin, sum / (255 * count)));
    return ln(p / (1 - p));
  });
}
