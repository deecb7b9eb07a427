import * as tf from "@tensorflow/tfjs-core";
import type { NetworkLayout } from "../layout.ts";
import { type LogLossTerm, smallestProbability } from "../losses.ts";
import { type ForwardPass, throughOutput } from "./layers.ts";

/** Target and weight of every row, `[1, rows, 1]`, the same for every seed. */
export interface LogLoss {
  readonly target: tf.Tensor3D;
  readonly weight: tf.Tensor3D;
}

/** The terms of a batch's segments, each the mean over its `rows`. */
export function logLossOf(terms: readonly LogLossTerm[], rows: number): LogLoss {
  const ofRows = (number: (term: LogLossTerm) => number) =>
    tf.tensor3d(
      Float32Array.from({ length: terms.length * rows }, (_, row) => number(terms[Math.floor(row / rows)])),
      [1, terms.length * rows, 1],
    );
  return { target: ofRows(({ target }) => target), weight: ofRows(({ weight }) => weight / rows) };
}

/** The loss of every seed, `[S]`. */
export function lossOf({ target, weight }: LogLoss, { output: p }: ForwardPass): tf.Tensor1D {
  const likelihood = tf.where(tf.cast(target, "bool"), p, tf.sub(1, p));
  const logs = tf.log(tf.maximum(likelihood, smallestProbability));
  return tf.neg(tf.sum(tf.mul(weight, logs), [1, 2]));
}

/** The loss's gradient with respect to what goes into the discriminator's last activation, `[S, rows, 1]`. */
export function lossGradient(layout: NetworkLayout, { target, weight }: LogLoss, pass: ForwardPass): tf.Tensor3D {
  const p = pass.output;
  // d/dx −log σ(x) = σ(x) − 1 and d/dx −log(1 − σ(x)) = σ(x), also where σ(x) rounds to 0 or 1.
  if (layout.isProbability) return tf.mul(weight, tf.sub(p, target));
  // −1/p where the target is 1, 1/(1 − p) where it is 0
  const denominator = tf.sub(tf.sub(1, target), p);
  return throughOutput(layout, pass, tf.div(weight, denominator));
}

/**
 * The gradient of E |f(input) − target|², the mean over rows and outputs, with respect to what goes into the last activation.
 * @param target `[S, rows, outputs]`
 */
export function squaredErrorGradient(layout: NetworkLayout, pass: ForwardPass, target: tf.Tensor3D): tf.Tensor3D {
  const factor = 2 / (target.shape[1] * layout.outputs);
  return throughOutput(layout, pass, tf.mul(tf.sub(pass.output, target), factor));
}
