import { ganLayout } from "../engine/layout.ts";
import { forward } from "../engine/reference/network.ts";
import type { GanArm } from "../language/arm.ts";
import type { NdArray, Trial } from "../trial/trial.ts";

/** G(z) of a trained trial, computed from its weights. */
export function generated(trial: Trial, z: Float64Array): Float64Array {
  const { generator } = ganLayout(trial.arm as GanArm);
  return forward(generator, weights(trial, "weights.generator"), z, z.length).output;
}

/** D(x) of a trained trial, as a probability. */
export function discriminated(trial: Trial, x: Float64Array): Float64Array {
  const { discriminator } = ganLayout(trial.arm as GanArm);
  return forward(discriminator, weights(trial, "weights.discriminator"), x, x.length).output;
}

/** `n` values from low to high, both ends included. */
export const evenly = (low: number, high: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));

/** The middles of n equal parts of [0, 1]. */
export const middles = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n);

/** @throws {Error} if the trial has no array of that name */
export function arrayOf({ arrays, seed }: Trial, name: string): NdArray {
  const array = arrays[name];
  if (!array)
    throw new Error(
      `expected the array ${name} in seed ${seed}, got ${Object.keys(arrays).join(", ") || "none"}; train it again`,
    );
  return array;
}

const weights = (trial: Trial, name: string): Float64Array => Float64Array.from(arrayOf(trial, name).data);
