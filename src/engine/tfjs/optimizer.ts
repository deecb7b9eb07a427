import * as tf from "@tensorflow/tfjs-core";
import type { Optimizer } from "../../language/arm.ts";

/** One player's optimizer for all seeds, with what it remembers: first and second moments `[S, P]`. */
export class TfjsOptimizer {
  readonly #arm: Optimizer;
  #moments: readonly tf.Tensor2D[];
  #updates = 0;
  /** β₁ᵗ, β₂ᵗ and decay, as running products. */
  #powers = [1, 1];
  #decay = 1;

  constructor(arm: Optimizer, seeds: number, parameters: number) {
    this.#arm = arm;
    const count = { sgd: 0, momentum: 1, adam: 2 }[arm.kind];
    this.#moments = Array.from({ length: count }, () => tf.zeros([seeds, parameters]));
  }

  /** The weights after a step on the gradient, both `[S, P]`; keeps what it remembers, disposes of nothing it was given. */
  step(weights: tf.Tensor2D, gradient: tf.Tensor2D): tf.Tensor2D {
    const stepSize = this.#nextStepSize();
    const [next, ...moments] = tf.tidy(() => this.#rule(weights, gradient, stepSize));
    tf.dispose([...this.#moments]);
    this.#moments = moments.map((moment) => tf.keep(moment));
    return next;
  }

  dispose(): void {
    tf.dispose([...this.#moments]);
    this.#moments = [];
  }

  /** The weights, then the moments. */
  #rule(weights: tf.Tensor2D, gradient: tf.Tensor2D, stepSize: number): tf.Tensor2D[] {
    const arm = this.#arm;
    const [m, v] = this.#moments;
    switch (arm.kind) {
      case "sgd":
        return [tf.sub(weights, tf.mul(gradient, stepSize))];
      case "momentum": {
        const velocity: tf.Tensor2D = tf.add(tf.mul(m, arm.momentum), gradient);
        return [tf.sub(weights, tf.mul(velocity, stepSize)), velocity];
      }
      case "adam": {
        const { beta1, beta2, epsilon, epsilonForm } = arm;
        this.#powers = [this.#powers[0] * beta1, this.#powers[1] * beta2];
        const [correction1, correction2] = this.#powers.map((power) => 1 - power);
        const first: tf.Tensor2D = tf.add(tf.mul(m, beta1), tf.mul(gradient, 1 - beta1));
        const second: tf.Tensor2D = tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient), 1 - beta2));
        // Kingma and Ba 2015: √v̂ + ε with v̂ = v/c₂ is (√v + ε√c₂)/√c₂, so both forms are one with two epsilons.
        const rate = (stepSize * Math.sqrt(correction2)) / correction1;
        const added = epsilonForm === "standard" ? epsilon * Math.sqrt(correction2) : epsilon;
        const change = tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), added));
        return [tf.sub(weights, change), first, second];
      }
    }
  }

  #nextStepSize(): number {
    const { stepSize, decay } = this.#arm;
    if (decay && this.#updates > 0 && this.#updates % decay.every === 0) this.#decay *= decay.factor;
    this.#updates++;
    return stepSize * this.#decay;
  }
}
