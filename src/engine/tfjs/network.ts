import * as tf from "@tensorflow/tfjs-core";
import type { LayerLayout, NetworkLayout } from "../layout.ts";

/** A layer's parameters of all seeds. */
export interface LayerWeights {
  /** `[S, inputs, units]` */
  readonly kernel: tf.Tensor3D;
  /** `[S, 1, units]` */
  readonly bias: tf.Tensor3D;
}

/** What a forward pass leaves behind for the way back. All tensors are `[S, rows, units]`. */
export interface ForwardPass {
  readonly layers: readonly {
    readonly input: tf.Tensor3D;
    readonly activated: tf.Tensor3D;
    /** Factors of dropout, if units were dropped. */
    readonly mask: tf.Tensor3D | undefined;
  }[];
  readonly output: tf.Tensor3D;
}

/** Dropout's factors `[S, rows, units]` of the layer at index l; undefined where it drops nothing. */
export type Masks = readonly (tf.Tensor3D | undefined)[];

/** The layers' parameters in `[S, P]`. */
export function weightsOf(layout: NetworkLayout, flat: tf.Tensor2D): LayerWeights[] {
  const seeds = flat.shape[0];
  const multipliers = asRightFactor(flat);
  return layout.layers.map(({ inputs, units, kernelAt, biasAt }) => {
    const kernel = tf.slice(multipliers, [0, kernelAt], [seeds, inputs * units]);
    const bias = tf.slice(flat, [0, biasAt], [seeds, units]);
    return { kernel: tf.reshape(kernel, [seeds, inputs, units]), bias: tf.reshape(bias, [seeds, 1, units]) };
  });
}

/**
 * What may stand at the right of a product without harm to other seeds. The WebGPU backend reads the right factor past its
 * end, into the next seed's, and multiplies that by zero (matmul_packed_webgpu.ts, `mm_readB`); NaN times zero is NaN, so
 * one diverged seed would spoil its neighbour. There numbers that are not finite count as 0: what makes a trial count as
 * diverged are its weights themselves.
 */
function asRightFactor<T extends tf.Tensor>(x: T): T {
  if (tf.getBackend() !== "webgpu") return x;
  return tf.where(tf.lessEqual(tf.abs(x), largestFloat), x, tf.zerosLike(x)) as T;
}

const largestFloat = 3.4028234663852886e38;
/** Products of this many summands, or a multiple, fill the backend's tiles and are not read past. */
const tile = 32;

/** f(input). @param input `[S, rows, inputs]`, or `[1, rows, inputs]` for all seeds alike */
export function forward(
  layout: NetworkLayout,
  weights: readonly LayerWeights[],
  input: tf.Tensor3D,
  masks: Masks = [],
): ForwardPass {
  const layers: ForwardPass["layers"][number][] = [];
  let x = input;
  for (const [l, layer] of layout.layers.entries()) {
    // Not tf.fused.matMul: on the wasm backend it adds the bias once for every 48 inputs.
    const sum: tf.Tensor3D = tf.add(tf.matMul(x, weights[l].kernel), weights[l].bias);
    const activated = activate(layer, sum);
    const mask = masks[l];
    layers.push({ input: x, activated, mask });
    x = mask ? tf.mul<tf.Tensor3D>(activated, mask) : activated;
  }
  return { layers, output: bounded(layout, x) };
}

function bounded({ scale, shift, clamp: [low, high] }: NetworkLayout, last: tf.Tensor3D): tf.Tensor3D {
  const scaled = affine(last, scale, shift);
  return low === -Infinity && high === Infinity ? scaled : tf.maximum(tf.minimum(scaled, high), low);
}

/** From the gradient with respect to the output to that with respect to what went into the last activation. */
export function throughOutput(layout: NetworkLayout, pass: ForwardPass, outputGradient: tf.Tensor3D): tf.Tensor3D {
  const { activated } = pass.layers[pass.layers.length - 1];
  const { scale, shift, layers } = layout;
  const [low, high] = layout.clamp;
  const slope = derivative(layers[layers.length - 1], activated);
  const scaledGradient = affine(outputGradient, scale, 0);
  const gradient: tf.Tensor3D = slope ? tf.mul(scaledGradient, slope) : scaledGradient;
  if (low === -Infinity && high === Infinity) return gradient;
  const scaled = affine(activated, scale, shift);
  const inside = tf.logicalNot(tf.logicalOr(tf.less(scaled, low), tf.greater(scaled, high)));
  return tf.where(inside, gradient, tf.zerosLike(gradient));
}

/**
 * Backpropagation (Rumelhart, Hinton and Williams 1986). Written out, because the library's own gradients would bring
 * more operations and, with them, the largest part of its packages.
 * @param lastGradient gradient with respect to what went into the last activation, `[S, rows, outputs]`
 * @returns the gradients with respect to the weights `[S, P]` and to the input `[S, rows, inputs]`, each only if asked for
 */
export function backward<Wanted extends "weights" | "input">(
  { layers }: NetworkLayout,
  weights: readonly LayerWeights[],
  pass: ForwardPass,
  lastGradient: tf.Tensor3D,
  wanted: readonly Wanted[],
): { [W in Wanted]: W extends "weights" ? tf.Tensor2D : tf.Tensor3D } {
  const needs = (one: "weights" | "input") => (wanted as readonly string[]).includes(one);
  const seeds = weights[0].kernel.shape[0];
  const parts: tf.Tensor2D[] = [];
  let dz = lastGradient;
  let dx: tf.Tensor3D | undefined;
  for (let l = layers.length - 1; l >= 0; l--) {
    if (needs("weights")) {
      const { inputs, units } = layers[l];
      const right = dz.shape[1] % tile === 0 ? dz : asRightFactor(dz);
      const kernel = tf.matMul(spread(pass.layers[l].input, seeds), right, true, false);
      parts.unshift(tf.reshape(kernel, [seeds, inputs * units]), tf.reshape(tf.sum(dz, 1), [seeds, units]));
    }
    if (l > 0 || needs("input")) dx = tf.matMul(dz, weights[l].kernel, false, true);
    if (l > 0) dz = throughActivation(layers[l - 1], pass.layers[l - 1], dx as tf.Tensor3D);
  }
  return { weights: needs("weights") ? tf.concat(parts, 1) : undefined, input: dx } as never;
}

/** What all seeds share, once for each. */
const spread = (input: tf.Tensor3D, seeds: number): tf.Tensor3D =>
  input.shape[0] === seeds ? input : tf.tile(input, [seeds, 1, 1]);

function throughActivation(
  layer: LayerLayout,
  { activated, mask }: ForwardPass["layers"][number],
  gradient: tf.Tensor3D,
): tf.Tensor3D {
  const kept: tf.Tensor3D = mask ? tf.mul(gradient, mask) : gradient;
  const slope = derivative(layer, activated);
  return slope ? tf.mul(kept, slope) : kept;
}

function activate({ activation, slope }: LayerLayout, x: tf.Tensor3D): tf.Tensor3D {
  switch (activation) {
    case "linear":
      return x;
    case "sigmoid":
      return tf.sigmoid(x);
    case "tanh":
      return tf.tanh(x);
    case "relu":
      return tf.relu(x);
    case "leaky-relu":
      return tf.maximum(x, tf.mul(x, slope));
  }
}

/** activation'(x), from the output y = activation(x); undefined where it is 1. */
function derivative({ activation, slope }: LayerLayout, y: tf.Tensor3D): tf.Tensor3D | undefined {
  switch (activation) {
    case "linear":
      return undefined;
    case "sigmoid":
      return tf.mul(y, tf.sub(1, y));
    case "tanh":
      return tf.sub(1, tf.square(y));
    case "relu":
      return tf.step(y);
    case "leaky-relu":
      return tf.step(y, slope);
  }
}

const affine = (x: tf.Tensor3D, scale: number, shift: number): tf.Tensor3D => {
  const scaled: tf.Tensor3D = scale === 1 ? x : tf.mul(x, scale);
  return shift === 0 ? scaled : tf.add(scaled, shift);
};
