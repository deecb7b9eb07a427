import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

/** Brings samples that the caller hands in, `[S, rows, features]` row-major, into the layout of the kernels. */
export class BatchInput {
  readonly #kernels: Kernels;
  readonly #rows: number;
  readonly #features: number;
  readonly #seeds: number;
  readonly #name: string;
  readonly #rowMajor: Address;

  constructor(kernels: Kernels, rows: number, features: number, seeds: number, name: string) {
    this.#kernels = kernels;
    this.#rows = rows;
    this.#features = features;
    this.#seeds = seeds;
    this.#name = name;
    this.#rowMajor = kernels.alloc(rows * features * FLOAT_BYTES);
  }

  /** @throws {RangeError} if the length is not S·rows·features. */
  check(samples: Float32Array): void {
    const expected = this.#seeds * this.#rows * this.#features;
    if (samples.length === expected) return;
    throw new RangeError(
      `expected ${expected} numbers of ${this.#name} (${this.#seeds} seeds × ${this.#rows} × ${this.#features}), got ${samples.length}`,
    );
  }

  /** Copies the batch of the seed at index s to `blocks`, `[rows / 8][features][8]`. */
  load(samples: Float32Array, s: number, blocks: Address): void {
    const length = this.#rows * this.#features;
    this.#kernels.float32(this.#rowMajor, length).set(samples.subarray(s * length, (s + 1) * length));
    this.#kernels.toBlocks(this.#rows, this.#features, this.#rowMajor, blocks);
  }
}
