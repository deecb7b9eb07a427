import type { Optimizer } from "../../experiment/arm.ts";

/** What an update's step depends on besides the gradient and the moments. */
export interface Step {
  readonly stepSize: number;
  readonly epsilon: number;
  readonly momentum: number;
}

/** One player's steps, one after the other. */
export class StepSizes {
  readonly #optimizer: Optimizer;
  readonly #momentum: number;
  #updates = 0;
  #decayed = 1;
  /** β₁ᵗ and β₂ᵗ as running products, because the last bit of Math.pow is not specified. */
  #beta1Power = 1;
  #beta2Power = 1;

  /** @param keepsGradients whether gradients are never zeroed: gradient descent on their sum is momentum 1 */
  constructor(optimizer: Optimizer, keepsGradients = false) {
    this.#optimizer = optimizer;
    this.#momentum = keepsGradients ? 1 : optimizer.kind === "momentum" ? optimizer.momentum : 0;
  }

  next(): Step {
    const optimizer = this.#optimizer;
    const { decay } = optimizer;
    if (decay && this.#updates > 0 && this.#updates % decay.every === 0) this.#decayed *= decay.factor;
    this.#updates++;
    const stepSize = optimizer.stepSize * this.#decayed;
    if (optimizer.kind !== "adam") return { stepSize, epsilon: 0, momentum: this.#momentum };
    this.#beta1Power *= optimizer.beta1;
    this.#beta2Power *= optimizer.beta2;
    const correction = Math.sqrt(1 - this.#beta2Power);
    return {
      stepSize: (stepSize * correction) / (1 - this.#beta1Power),
      // m̂/(√v̂ + ε) with both corrections in the step size leaves ε·√(1 − β₂ᵗ) beside √v.
      epsilon: optimizer.epsilonForm === "standard" ? optimizer.epsilon * correction : optimizer.epsilon,
      momentum: 0,
    };
  }
}
