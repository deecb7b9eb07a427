import * as tf from "@tensorflow/tfjs-core";
import type { GeneratorLoss } from "../../language/arm.ts";
import type { NetworkLayout } from "../layout.ts";
import { type ForwardPass, throughOutput } from "./network.ts";

/**
 * Sum over the rows of weight·(−log D) where the target is 1 and weight·(−log(1 − D)) where it is 0. Target and weight are
 * `[1, rows, 1]`, the same for every seed.
 */
export interface LogLoss {
  readonly target: tf.Tensor3D;
  readonly weight: tf.Tensor3D;
}

/** −E log D over the first half of the rows and −E log(1 − D) over the second, both times `factor`. */
export function discriminatorLoss(batch: number, factor = 1): LogLoss {
  const target = Float32Array.from({ length: 2 * batch }, (_, row) => Number(row < batch));
  return logLoss(target, factor / batch);
}

/** −E log D(G(z)) or E log(1 − D(G(z))): Goodfellow et al. 2014, section 3. */
export const generatorLoss = (rows: number, kind: GeneratorLoss): LogLoss =>
  kind === "saturating"
    ? logLoss(new Float32Array(rows), -1 / rows)
    : logLoss(new Float32Array(rows).fill(1), 1 / rows);

const logLoss = (target: Float32Array, weight: number): LogLoss => ({
  target: tf.tensor3d(target, [1, target.length, 1]),
  weight: tf.tensor3d(new Float32Array(target.length).fill(weight), [1, target.length, 1]),
});

export const disposeLoss = ({ target, weight }: LogLoss): void => tf.dispose([target, weight]);

/** Below this a probability counts as this, as the contract's `losses` says: 2⁻²⁵. */
const smallest = 2 ** -25;

/** The loss of every seed, `[S]`. */
export function lossOf({ target, weight }: LogLoss, { output: p }: ForwardPass): tf.Tensor1D {
  const likelihood = tf.where(tf.cast(target, "bool"), p, tf.sub(1, p));
  const logs = tf.log(tf.maximum(likelihood, smallest));
  return tf.neg(tf.sum(tf.mul(weight, logs), [1, 2]));
}

/** Its gradient with respect to what goes into the discriminator's last activation, `[S, rows, 1]`. */
export function lossGradient(layout: NetworkLayout, { target, weight }: LogLoss, pass: ForwardPass): tf.Tensor3D {
  const p = pass.output;
  const endsInSigmoid = layout.layers[layout.layers.length - 1].activation === "sigmoid";
  if (endsInSigmoid && !layout.bounded) {
    // d/dx −log σ(x) = σ(x) − 1 and d/dx −log(1 − σ(x)) = σ(x), also where σ(x) rounds to 0 or 1.
    return tf.mul(weight, tf.sub(p, target));
  }
  // −1/p where the target is 1, 1/(1 − p) where it is 0
  const denominator = tf.sub(tf.sub(1, target), p);
  return throughOutput(layout, pass, tf.div(weight, denominator));
}

/** E |f(input) − target|², the mean over rows and outputs, likewise. @param target `[S, rows, outputs]` */
export function squaredErrorGradient(layout: NetworkLayout, pass: ForwardPass, target: tf.Tensor3D): tf.Tensor3D {
  const factor = 2 / (target.shape[1] * layout.outputs);
  return throughOutput(layout, pass, tf.mul(tf.sub(pass.output, target), factor));
}
