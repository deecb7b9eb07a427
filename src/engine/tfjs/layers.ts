import * as tf from "@tensorflow/tfjs-core";
import type { LayerLayout, NetworkLayout } from "../layout.ts";

/** A layer's parameters of all seeds. */
export interface LayerWeights {
  /** `[S, inputs, units · pieces]` */
  readonly kernel: tf.Tensor3D;
  /** `[S, 1, units · pieces]` */
  readonly bias: tf.Tensor3D;
}

/** What a forward pass leaves behind for the way back. All tensors are `[S, rows, units]`. */
export interface ForwardPass {
  readonly layers: readonly {
    readonly input: tf.Tensor3D;
    /** x·W + b, `[S, rows, units · pieces]` */
    readonly linear: tf.Tensor3D;
    readonly activated: tf.Tensor3D;
    /** Factors of dropout, if units were dropped. */
    readonly mask: tf.Tensor3D | undefined;
  }[];
  /** Factors of the inputs' dropout, if inputs were dropped. */
  readonly inputMask: tf.Tensor3D | undefined;
  readonly output: tf.Tensor3D;
}

/** Dropout's factors `[S, rows, units]`: of the inputs, then of the layers; undefined where nothing is dropped. */
export type Masks = readonly (tf.Tensor3D | undefined)[];

/** The layers' parameters in `[S, P]`. */
export function weightsOf(layout: NetworkLayout, flat: tf.Tensor2D): LayerWeights[] {
  const seeds = flat.shape[0];
  const multipliers = asRightFactor(flat);
  return layout.layers.map(({ inputs, units, pieces, kernelAt, biasAt }) => {
    const columns = units * pieces;
    const kernel = tf.slice(multipliers, [0, kernelAt], [seeds, inputs * columns]);
    const bias = tf.slice(flat, [0, biasAt], [seeds, columns]);
    return { kernel: tf.reshape(kernel, [seeds, inputs, columns]), bias: tf.reshape(bias, [seeds, 1, columns]) };
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
  const [inputMask, ...layerMasks] = masks;
  let x = masked(input, inputMask);
  for (const [l, layer] of layout.layers.entries()) {
    // Not tf.fused.matMul: on the wasm backend it adds the bias once for every 48 inputs.
    const linear: tf.Tensor3D = tf.add(tf.matMul(x, weights[l].kernel), weights[l].bias);
    const activated = activate(layer, linear);
    layers.push({ input: x, linear, activated, mask: layerMasks[l] });
    x = masked(activated, layerMasks[l]);
  }
  return { layers, inputMask, output: bounded(layout, x) };
}

const masked = (x: tf.Tensor3D, mask: tf.Tensor3D | undefined): tf.Tensor3D => (mask ? tf.mul(x, mask) : x);

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
      const { inputs, units, pieces } = layers[l];
      const right = dz.shape[1] % tile === 0 ? dz : asRightFactor(dz);
      const kernel = tf.matMul(spread(pass.layers[l].input, seeds), right, true, false);
      const columns = units * pieces;
      parts.unshift(tf.reshape(kernel, [seeds, inputs * columns]), tf.reshape(tf.sum(dz, 1), [seeds, columns]));
    }
    if (l > 0 || needs("input")) dx = tf.matMul(dz, weights[l].kernel, false, true);
    if (l > 0) dz = throughActivation(layers[l - 1], pass.layers[l - 1], dx as tf.Tensor3D);
  }
  const input = needs("input") ? masked(dx as tf.Tensor3D, pass.inputMask) : undefined;
  return { weights: needs("weights") ? tf.concat(parts, 1) : undefined, input } as never;
}

/** What all seeds share, once for each. */
const spread = (input: tf.Tensor3D, seeds: number): tf.Tensor3D =>
  input.shape[0] === seeds ? input : tf.tile(input, [seeds, 1, 1]);

function throughActivation(
  layer: LayerLayout,
  { linear, activated, mask }: ForwardPass["layers"][number],
  gradient: tf.Tensor3D,
): tf.Tensor3D {
  const kept = masked(gradient, mask);
  if (layer.activation === "maxout") return toLargestPiece(layer, linear, kept);
  const slope = derivative(layer, activated);
  return slope ? tf.mul(kept, slope) : kept;
}

/** A maxout unit's gradient goes to the piece that was the largest, the first of several. */
function toLargestPiece({ units, pieces }: LayerLayout, linear: tf.Tensor3D, gradient: tf.Tensor3D): tf.Tensor3D {
  const [seeds, rows] = linear.shape;
  const largest = tf.argMax(tf.reshape(linear, [seeds * rows * units, pieces]), 1);
  // Not tf.oneHot: the wasm backend writes an integer's bits into float32, and 1 comes out as 1.4e-45.
  const chosen = tf.cast(tf.equal(tf.reshape(largest, [-1, 1]), tf.range(0, pieces, 1, "int32")), "float32");
  const each = tf.mul(chosen, tf.reshape(gradient, [seeds * rows * units, 1]));
  return tf.reshape(each, [seeds, rows, units * pieces]);
}

/** From `[S, rows, units · pieces]` to `[S, rows, units]`. */
function activate({ activation, slope, units, pieces }: LayerLayout, x: tf.Tensor3D): tf.Tensor3D {
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
    case "maxout":
      return tf.max(tf.reshape(x, [x.shape[0], x.shape[1], units, pieces]), 3);
  }
}

/** activation'(x), from the output y = activation(x); undefined where it is 1. Not maxout's: see {@link toLargestPiece}. */
function derivative({ activation, slope }: LayerLayout, y: tf.Tensor3D): tf.Tensor3D | undefined {
  switch (activation) {
    case "linear":
    case "maxout":
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
