import type { Optimizer } from "../../language/arm.ts";

/** One network's optimizer: the update rules as their papers write them. */
export class ReferenceOptimizer {
  readonly #arm: Optimizer;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #updates = 0;

  constructor(arm: Optimizer, parameters: number) {
    this.#arm = arm;
    this.#first = new Float64Array(parameters);
    this.#second = new Float64Array(parameters);
  }

  /** Updates the weights in place. */
  apply(weights: Float64Array, gradient: Float64Array): void {
    const arm = this.#arm;
    const stepSize = this.#stepSize();
    this.#updates++;
    if (arm.kind === "sgd") {
      for (let i = 0; i < weights.length; i++) weights[i] -= stepSize * gradient[i];
    } else if (arm.kind === "momentum") {
      for (let i = 0; i < weights.length; i++) {
        this.#first[i] = arm.momentum * this.#first[i] + gradient[i];
        weights[i] -= stepSize * this.#first[i];
      }
    } else {
      this.#adam(arm, stepSize, weights, gradient);
    }
  }

  #stepSize(): number {
    const { stepSize, decay } = this.#arm;
    return decay ? stepSize * decay.factor ** Math.floor(this.#updates / decay.every) : stepSize;
  }

  #adam(
    arm: Extract<Optimizer, { kind: "adam" }>,
    stepSize: number,
    weights: Float64Array,
    gradient: Float64Array,
  ): void {
    const { beta1, beta2, epsilon } = arm;
    const correction1 = 1 - beta1 ** this.#updates;
    const correction2 = 1 - beta2 ** this.#updates;
    for (let i = 0; i < weights.length; i++) {
      this.#first[i] = beta1 * this.#first[i] + (1 - beta1) * gradient[i];
      this.#second[i] = beta2 * this.#second[i] + (1 - beta2) * gradient[i] ** 2;
      if (arm.epsilonForm === "standard") {
        const mean = this.#first[i] / correction1;
        const variance = this.#second[i] / correction2;
        weights[i] -= (stepSize * mean) / (Math.sqrt(variance) + epsilon);
      } else {
        const rate = (stepSize * Math.sqrt(correction2)) / correction1;
        weights[i] -= (rate * this.#first[i]) / (Math.sqrt(this.#second[i]) + epsilon);
      }
    }
  }
}
