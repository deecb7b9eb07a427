import type { Optimizer } from "../../language/arm.ts";
import { drawLength } from "../../random/stream.ts";
import type { Step } from "../steps.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

/** One player's update rule, with the moments of each seed. */
export class WasmOptimizer {
  readonly #kernels: Kernels;
  readonly #arm: Optimizer;
  /** Parameters of a seed, rounded up to the two vectors that the kernels go on by. */
  readonly #length: number;
  readonly #firstMoments: readonly Address[];
  readonly #secondMoments: readonly Address[];

  constructor(kernels: Kernels, arm: Optimizer, parameters: number, seeds: number) {
    this.#kernels = kernels;
    this.#arm = arm;
    this.#length = drawLength(parameters);
    const moments = (): Address[] => Array.from({ length: seeds }, () => kernels.alloc(this.#length * FLOAT_BYTES));
    this.#firstMoments = arm.kind === "sgd" ? [] : moments();
    this.#secondMoments = arm.kind === "adam" ? moments() : [];
  }

  /** Updates the weights of the seed whose turn it is. */
  apply(turn: number, weights: Address, gradient: Address, { stepSize, epsilon, momentum }: Step): void {
    const arm = this.#arm;
    switch (arm.kind) {
      case "sgd":
        this.#kernels.sgd(this.#length, weights, gradient, stepSize);
        break;
      case "momentum":
        this.#kernels.momentum(this.#length, weights, gradient, this.#firstMoments[turn], stepSize, momentum);
        break;
      case "adam":
        this.#kernels.adam(
          this.#length,
          weights,
          gradient,
          this.#firstMoments[turn],
          this.#secondMoments[turn],
          stepSize,
          arm.beta1,
          1 - arm.beta1,
          arm.beta2,
          1 - arm.beta2,
          epsilon,
        );
    }
  }
}
