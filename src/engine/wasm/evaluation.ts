import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";
import { Pass } from "./pass.ts";
import type { PlayerNetworks } from "./player.ts";

/** Rows that go through a network at a time: enough to fill the kernels, few enough to stay in cache. */
const CHUNK = 256;

/** Applies one player's networks to samples, without dropout. */
export class Evaluation {
  readonly #kernels: Kernels;
  readonly #networks: PlayerNetworks;
  readonly #pass: Pass;
  readonly #rowMajor: Address;

  constructor(kernels: Kernels, networks: PlayerNetworks) {
    const { layout } = networks;
    this.#kernels = kernels;
    this.#networks = networks;
    this.#pass = new Pass(kernels, { layout, rows: CHUNK, dropout: false });
    this.#rowMajor = kernels.alloc(CHUNK * Math.max(layout.inputs, layout.outputs) * FLOAT_BYTES);
  }

  /** @param input `[n, inputs]` for all seeds or `[S, n, inputs]` @returns `[S, n, outputs]` */
  run(input: Float32Array, n: number): Float32Array {
    const { layout, weights } = this.#networks;
    const seeds = weights.length;
    const shared = input.length === n * layout.inputs;
    const result = new Float32Array(seeds * n * layout.outputs);
    for (let s = 0; s < seeds; s++) {
      const of = shared ? input : input.subarray(s * n * layout.inputs, (s + 1) * n * layout.inputs);
      const to = result.subarray(s * n * layout.outputs, (s + 1) * n * layout.outputs);
      this.#apply(weights[s], of, to, n);
    }
    return result;
  }

  #apply(weights: Address, input: Float32Array, output: Float32Array, n: number): void {
    const { inputs, outputs } = this.#networks.layout;
    for (let from = 0; from < n; from += CHUNK) {
      const rows = Math.min(CHUNK, n - from);
      const chunk = input.subarray(from * inputs, (from + rows) * inputs);
      this.#kernels.float32(this.#rowMajor, chunk.length).set(chunk);
      this.#kernels.toBlocks(rows, inputs, this.#rowMajor, this.#pass.input);
      this.#pass.forward(weights);
      this.#kernels.toRows(rows, outputs, this.#pass.output, this.#rowMajor);
      output.set(this.#kernels.float32(this.#rowMajor, rows * outputs), from * outputs);
    }
  }
}
