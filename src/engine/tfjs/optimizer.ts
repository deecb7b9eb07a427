import * as tf from "@tensorflow/tfjs-core";
import type { Optimizer } from "../../language/arm.ts";
import type { Step } from "../steps.ts";

/** One player's update rule for all seeds, with what it remembers: first and second moments `[S, P]`. */
export class TfjsOptimizer {
  readonly #arm: Optimizer;
  #moments: readonly tf.Tensor2D[];

  constructor(arm: Optimizer, seeds: number, parameters: number) {
    this.#arm = arm;
    const count = { sgd: 0, momentum: 1, adam: 2 }[arm.kind];
    this.#moments = Array.from({ length: count }, () => tf.keep(tf.zeros([seeds, parameters])));
  }

  /** The weights after a step on the gradient, both `[S, P]`; keeps what it remembers, disposes of nothing it was given. */
  step(weights: tf.Tensor2D, gradient: tf.Tensor2D, step: Step): tf.Tensor2D {
    const [next, ...moments] = tf.tidy(() => this.#rule(weights, gradient, step));
    this.dispose();
    this.#moments = moments.map((moment) => tf.keep(moment));
    return next;
  }

  dispose(): void {
    tf.dispose([...this.#moments]);
    this.#moments = [];
  }

  /** The weights, then the moments. */
  #rule(weights: tf.Tensor2D, gradient: tf.Tensor2D, { stepSize, epsilon, momentum }: Step): tf.Tensor2D[] {
    const arm = this.#arm;
    const [m, v] = this.#moments;
    switch (arm.kind) {
      case "sgd":
        return [tf.sub(weights, tf.mul(gradient, stepSize))];
      case "momentum": {
        const velocity: tf.Tensor2D = tf.add(tf.mul(m, momentum), gradient);
        return [tf.sub(weights, tf.mul(velocity, stepSize)), velocity];
      }
      case "adam": {
        const { beta1, beta2 } = arm;
        const first: tf.Tensor2D = tf.add(tf.mul(m, beta1), tf.mul(gradient, 1 - beta1));
        const second: tf.Tensor2D = tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient), 1 - beta2));
        const change = tf.div(tf.mul(first, stepSize), tf.add(tf.sqrt(second), epsilon));
        return [tf.sub(weights, change), first, second];
      }
    }
  }
}
