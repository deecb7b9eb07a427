import type { Optimizer } from "../language/arm.ts";
import { expectWord } from "./checks.ts";

/** What an update's step depends on, besides the gradient and the moments. */
export interface Step {
  readonly stepSize: number;
  /** Added to √v in Adam, 0 for other optimizers. */
  readonly epsilon: number;
  /** ρ in v ← ρv + g, 0 for other optimizers. */
  readonly momentum: number;
}

/**
 * The step sizes of one player, update after update: staircase decay, and Adam's bias corrections folded into step size and
 * ε (Kingma and Ba 2015, the remark before section 2.1), so that every engine applies w ← w − stepSize·m/(√v + ε).
 */
export class StepSizes {
  readonly #optimizer: Optimizer;
  readonly #momentum: number;
  #updates = 0;
  #decayed = 1;
  /** β₁ᵗ and β₂ᵗ as running products, because the last bit of Math.pow is not specified. */
  #beta1Power = 1;
  #beta2Power = 1;

  /**
   * @param keepsGradients whether gradients are never zeroed: gradient descent on their sum is momentum 1
   * @throws {RangeError} if the optimizer, or the form of its ε, is unknown
   */
  constructor(optimizer: Optimizer, keepsGradients = false) {
    expectOptimizer(optimizer);
    this.#optimizer = optimizer;
    this.#momentum = keepsGradients ? 1 : optimizer.kind === "momentum" ? optimizer.momentum : 0;
  }

  /** The step of the next update. */
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
      // m̂/(√v̂ + ε) with both corrections in the step size leaves ε·√(1 − β₂ᵗ) added to √v.
      epsilon: optimizer.epsilonForm === "standard" ? optimizer.epsilon * correction : optimizer.epsilon,
      momentum: 0,
    };
  }
}

/** @throws {RangeError} if the optimizer, or the form of its ε, is unknown */
export function expectOptimizer(optimizer: Optimizer): void {
  expectWord("an optimizer", optimizer.kind, ["sgd", "momentum", "adam"]);
  if (optimizer.kind === "adam") expectWord("a form of Adam's ε", optimizer.epsilonForm, ["standard", "tensorflow"]);
}
