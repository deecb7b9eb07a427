import type { GanArm } from "../../language/arm.ts";
import { drawLength, stream } from "../../random/stream.ts";
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
  /** Each seed's gradient buffers, `[P]`, where an arm keeps books of its own. */
  readonly #buffers: readonly Address[] | undefined;
  readonly #isZeroed: boolean;

  constructor(kernels: Kernels, player: Player, layout: NetworkLayout, arm: GanArm, seeds: readonly number[]) {
    const bytes = drawLength(layout.parameters) * FLOAT_BYTES;
    this.#kernels = kernels;
    this.layout = layout;
    this.optimizer = new Optimizer(kernels, arm.optimizer[player], layout.parameters, seeds.length);
    this.gradient = kernels.alloc(bytes);
    this.#buffers = arm.gradients && seeds.map(() => kernels.alloc(bytes));
    this.#isZeroed = arm.gradients?.isZeroed ?? true;
    this.weights = seeds.map((seed) => {
      const weights = kernels.alloc(bytes);
      const initial = initialWeights(layout, stream(seed, `init/${player}`));
      kernels.float32(weights, layout.parameters).set(initial);
      return weights;
    });
  }

  /** One step of the seed at index s on its `gradient`, or on the buffers that it is added to. */
  step(s: number): void {
    if (!this.#buffers) this.optimizer.apply(s, this.weights[s], this.gradient);
    else {
      this.deposit(s);
      this.optimizer.apply(s, this.weights[s], this.#buffers[s]);
      if (this.#isZeroed) this.#kernels.float32(this.#buffers[s], this.layout.parameters).fill(0);
    }
  }

  /** Adds `gradient` to the seed's buffers without stepping. */
  deposit(s: number): void {
    if (!this.#buffers) throw new Error("expected an arm that keeps gradients, got one that does not");
    const n = drawLength(this.layout.parameters);
    this.#kernels.add(n, this.#buffers[s], this.gradient, this.#buffers[s]);
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
