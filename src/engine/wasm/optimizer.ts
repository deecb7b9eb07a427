import type { Optimizer as OptimizerArm } from "../../language/arm.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

/** One player's optimizer: moments for each seed of the ensemble, one update count for all of them. */
export class Optimizer {
  readonly #kernels: Kernels;
  readonly #arm: OptimizerArm;
  /** Parameters of a seed, rounded up to the 4 lanes of a vector. */
  readonly #length: number;
  readonly #firstMoments: readonly Address[];
  readonly #secondMoments: readonly Address[];
  #updates = 0;
  #decayed = 1;
  /** β₁ᵗ and β₂ᵗ as running products, because the last bit of Math.pow is not specified. */
  #beta1Power = 1;
  #beta2Power = 1;

  constructor(kernels: Kernels, arm: OptimizerArm, parameters: number, seeds: number) {
    this.#kernels = kernels;
    this.#arm = arm;
    this.#length = Math.ceil(parameters / 4) * 4;
    const moments = (): Address[] => Array.from({ length: seeds }, () => kernels.alloc(this.#length * FLOAT_BYTES));
    this.#firstMoments = arm.kind === "sgd" ? [] : moments();
    this.#secondMoments = arm.kind === "adam" ? moments() : [];
  }

  /** Begins an update of all seeds. */
  advance(): void {
    const { decay } = this.#arm;
    if (decay && this.#updates > 0 && this.#updates % decay.every === 0) this.#decayed *= decay.factor;
    this.#updates++;
    if (this.#arm.kind !== "adam") return;
    this.#beta1Power *= this.#arm.beta1;
    this.#beta2Power *= this.#arm.beta2;
  }

  /** Applies the update to the weights of one seed. */
  apply(seedIndex: number, weights: Address, gradient: Address): void {
    const arm = this.#arm;
    const stepSize = arm.stepSize * this.#decayed;
    if (arm.kind === "sgd") {
      this.#kernels.sgd(this.#length, weights, gradient, stepSize);
    } else if (arm.kind === "momentum") {
      const velocity = this.#firstMoments[seedIndex];
      this.#kernels.momentum(this.#length, weights, gradient, velocity, stepSize, arm.momentum);
    } else {
      const correction = Math.sqrt(1 - this.#beta2Power);
      this.#kernels.adam(
        this.#length,
        weights,
        gradient,
        this.#firstMoments[seedIndex],
        this.#secondMoments[seedIndex],
        (stepSize * correction) / (1 - this.#beta1Power),
        arm.beta1,
        1 - arm.beta1,
        arm.beta2,
        1 - arm.beta2,
        // m̂/(√v̂ + ε) with both corrections in the step size leaves ε·√(1 − β₂ᵗ) beside √v.
        arm.epsilonForm === "standard" ? arm.epsilon * correction : arm.epsilon,
      );
    }
  }
}
