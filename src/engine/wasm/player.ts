import type { Optimizer as OptimizerArm } from "../../experiment/arm.ts";
import { stream } from "../../random/stream.ts";
import type { Player } from "../engine.ts";
import { initialWeights } from "../initial-weights.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";
import { Optimizer } from "./optimizer.ts";

/** One player's networks, one for each seed, and its optimizer. */
export class PlayerNetworks {
  readonly layout: NetworkLayout;
  readonly optimizer: Optimizer;
  /** Address of each seed's weights, `[P]`. */
  readonly weights: readonly Address[];
  /** The gradient of the seed that is being updated, `[P]`. */
  readonly gradient: Address;
  readonly #kernels: Kernels;

  constructor(
    kernels: Kernels,
    player: Player,
    layout: NetworkLayout,
    optimizer: OptimizerArm,
    seeds: readonly number[],
  ) {
    const bytes = layout.parameters * FLOAT_BYTES;
    this.#kernels = kernels;
    this.layout = layout;
    this.optimizer = new Optimizer(kernels, optimizer, layout.parameters, seeds.length);
    this.gradient = kernels.alloc(bytes);
    this.weights = seeds.map((seed) => {
      const weights = kernels.alloc(bytes);
      const initial = initialWeights(layout, stream(seed, `init/${player}`));
      kernels.float32(weights, layout.parameters).set(initial);
      return weights;
    });
  }

  /** A copy of all weights, `[S, P]`. */
  read(): Float32Array {
    const { parameters } = this.layout;
    const all = new Float32Array(this.weights.length * parameters);
    this.weights.forEach((address, s) => {
      all.set(this.#kernels.float32(address, parameters), s * parameters);
    });
    return all;
  }

  /** @throws {RangeError} if the length is not S·P. */
  write(all: Float32Array): void {
    const { parameters } = this.layout;
    const expected = this.weights.length * parameters;
    if (all.length !== expected) {
      throw new RangeError(
        `expected ${expected} weights (${this.weights.length} seeds of ${parameters}), got ${all.length}`,
      );
    }
    this.weights.forEach((address, s) => {
      this.#kernels.float32(address, parameters).set(all.subarray(s * parameters, (s + 1) * parameters));
    });
  }
}
