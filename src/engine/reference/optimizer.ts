import type { Optimizer } from "../../language/arm.ts";
import type { Step } from "../steps.ts";

/** What one seed's optimizer remembers, and its update rule. */
export class ReferenceOptimizer {
  readonly #arm: Optimizer;
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(arm: Optimizer, parameters: number) {
    this.#arm = arm;
    this.#first = new Float64Array(parameters);
    this.#second = new Float64Array(parameters);
  }

  /** Updates the weights in place. */
  apply(weights: Float64Array, gradient: Float64Array, { stepSize, epsilon, momentum }: Step): void {
    const [first, second] = [this.#first, this.#second];
    switch (this.#arm.kind) {
      case "sgd":
        for (let i = 0; i < weights.length; i++) weights[i] -= stepSize * gradient[i];
        break;
      case "momentum":
        for (let i = 0; i < weights.length; i++) {
          first[i] = momentum * first[i] + gradient[i];
          weights[i] -= stepSize * first[i];
        }
        break;
      case "adam": {
        const { beta1, beta2 } = this.#arm;
        for (let i = 0; i < weights.length; i++) {
          first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
          second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] ** 2;
          weights[i] -= (stepSize * first[i]) / (Math.sqrt(second[i]) + epsilon);
        }
      }
    }
  }
}
