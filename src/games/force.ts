import { type Address, type Kernels, loadKernelsNow } from "../engine/wasm/kernels.ts";

/**
 * The sum over the inputs z of 2u·D/(1−D), where x = z + b_G clamped to ±clamp, u = x + b_D and
 * D = margin + (1 − 2·margin)·exp(−u²): in float64 by the project's own kernels, so that its bits are the same everywhere.
 * NaN if the margin is 0 and some u is 0. The kernels are compiled when a force is first asked for.
 * @param input `[n]`; copied
 */
export function generatorForce(input: Float64Array, { margin, clamp }: { margin: number; clamp: number }) {
  const own = input.slice();
  return (bD: number, bG: number): number => {
    desk ??= new Desk(loadKernelsNow());
    return desk.kernels.generatorForce(own.length, desk.place(own), bG, bD, clamp, margin);
  };
}

/** One for each thread; it only saves work, and no result depends on it. */
let desk: Desk | undefined;

/** Memory for the inputs of one force at a time, so that a thousand trials take no more than one. */
class Desk {
  readonly kernels: Kernels;
  #at: Address = 0;
  #capacity = 0;
  #lies?: Float64Array;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /** The address of the input, which is copied to the kernels' memory unless it lies there. */
  place(input: Float64Array): Address {
    if (this.#lies === input) return this.#at;
    if (input.length > this.#capacity) {
      this.#at = this.kernels.alloc(input.byteLength);
      this.#capacity = input.length;
    }
    this.kernels.float64(this.#at, input.length).set(input);
    this.#lies = input;
    return this.#at;
  }
}
