import type { NetworkLayout } from "../layout.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";
import { Layers } from "./layers.ts";

/** Rows that go through a network at a time: enough to fill the kernels, few enough to stay in cache. */
const CHUNK = 256;

/** Applies a network to samples, without dropout. */
export class Evaluation {
  readonly #kernels: Kernels;
  readonly #layers: Layers;
  readonly #rowMajor: Address;

  constructor(kernels: Kernels, layout: NetworkLayout) {
    this.#kernels = kernels;
    this.#layers = new Layers(kernels, { layout, rows: CHUNK, dropout: false });
    this.#rowMajor = kernels.alloc(CHUNK * Math.max(layout.inputs, layout.outputs) * FLOAT_BYTES);
  }

  /**
   * f(input) of every seed.
   * @param weights each seed's, `[P]`
   * @param input `[n, inputs]` for all seeds or `[S, n, inputs]`
   * @returns `[S, n, outputs]`
   */
  run(weights: readonly Address[], input: Float32Array, n: number): Float32Array {
    const { inputs, outputs } = this.#layers.layout;
    const shared = input.length === n * inputs;
    const result = new Float32Array(weights.length * n * outputs);
    for (const [s, own] of weights.entries()) {
      const of = shared ? input : input.subarray(s * n * inputs, (s + 1) * n * inputs);
      this.#apply(own, of, result.subarray(s * n * outputs, (s + 1) * n * outputs), n);
    }
    return result;
  }

  #apply(weights: Address, input: Float32Array, output: Float32Array, n: number): void {
    const { inputs, outputs } = this.#layers.layout;
    for (let from = 0; from < n; from += CHUNK) {
      const rows = Math.min(CHUNK, n - from);
      const chunk = input.subarray(from * inputs, (from + rows) * inputs);
      this.#kernels.float32(this.#rowMajor, chunk.length).set(chunk);
      this.#kernels.toBlocks(rows, inputs, this.#rowMajor, this.#layers.input);
      this.#layers.forward(weights);
      this.#kernels.toRows(rows, outputs, this.#layers.output, this.#rowMajor);
      output.set(this.#kernels.float32(this.#rowMajor, rows * outputs), from * outputs);
    }
  }
}
