import { type Address, loadKernels } from "../engine/wasm/kernels.ts";

const kernels = await loadKernels();
let region: { at: Address; capacity: number } = { at: 0, capacity: 0 };
let resident: Float64Array | undefined;

/**
 * The sum over the inputs z of 2u·D/(1−D), where x = z + b_G clamped to ±clamp, u = x + b_D and
 * D = margin + (1 − 2·margin)·exp(−u²): in float64 by the project's own kernels, so that its bits are the same everywhere.
 * NaN if the margin is 0 and some u is 0.
 * @param input `[n]`; not to be changed afterwards
 */
export function generatorForce(input: Float64Array, { margin, clamp }: { margin: number; clamp: number }) {
  return (bD: number, bG: number): number => {
    if (resident !== input) load(input);
    return kernels.generatorForce(input.length, region.at, bG, bD, clamp, margin);
  };
}

/** Fields share one region of the kernels' memory, so that a thousand trials take no more than one. */
function load(input: Float64Array): void {
  if (input.length > region.capacity) {
    region = { at: kernels.alloc(input.byteLength), capacity: input.length };
  }
  kernels.float64(region.at, input.length).set(input);
  resident = input;
}
