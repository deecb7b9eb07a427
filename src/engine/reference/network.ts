import type { LayerLayout, NetworkLayout } from "../layout.ts";
import { activate, derivative } from "./activation.ts";

/** What a forward pass leaves behind for the way back. All arrays are row-major `[rows, units]`. */
export interface ForwardPass {
  readonly rows: number;
  readonly layers: readonly {
    readonly input: Float64Array;
    /** x·W + b, `[rows, units · pieces]` */
    readonly linear: Float64Array;
    readonly activated: Float64Array;
    /** Factors of dropout, if units were dropped. */
    readonly mask: Float64Array | undefined;
  }[];
  /** Factors of the inputs' dropout, if inputs were dropped. */
  readonly inputMask: Float64Array | undefined;
  readonly output: Float64Array;
}

/** Factors of dropout: of the inputs, then of each layer; undefined where nothing is dropped. */
export type Masks = readonly (Float64Array | undefined)[];

/**
 * f(input) of one network.
 * @param input `[rows, inputs]`
 * @param masks where units are dropped; none are without
 */
export function forward(
  layout: NetworkLayout,
  weights: Float64Array,
  input: Float64Array,
  rows: number,
  [inputMask, ...layerMasks]: Masks = [],
): ForwardPass {
  const layers: ForwardPass["layers"][number][] = [];
  let x = masked(input, inputMask);
  for (const [l, layer] of layout.layers.entries()) {
    const linear = dense(layer, weights, x, rows);
    const y = activated(layer, linear);
    const mask = layerMasks[l];
    layers.push({ input: x, linear, activated: y, mask });
    x = masked(y, mask);
  }
  const [low, high] = layout.clamp;
  const output = x.map((value) => Math.max(low, Math.min(high, layout.scale * value + layout.shift)));
  return { rows, layers, inputMask, output };
}

const masked = (values: Float64Array, mask: Float64Array | undefined): Float64Array =>
  mask ? values.map((value, i) => value * mask[i]) : values;

/** Columns of a layer's kernel. */
const columnsOf = ({ units, pieces }: LayerLayout): number => units * pieces;

/** x·W + b. */
function dense(layer: LayerLayout, weights: Float64Array, x: Float64Array, rows: number): Float64Array {
  const { inputs, kernelAt, biasAt } = layer;
  const columns = columnsOf(layer);
  const y = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = weights[biasAt + column];
      for (let input = 0; input < inputs; input++) {
        sum += x[row * inputs + input] * weights[kernelAt + input * columns + column];
      }
      y[row * columns + column] = sum;
    }
  }
  return y;
}

/** From `[rows, units · pieces]` to `[rows, units]`. */
function activated({ activation, slope, pieces }: LayerLayout, linear: Float64Array): Float64Array {
  if (activation !== "maxout") return linear.map((x) => activate(activation, x, slope));
  return Float64Array.from({ length: linear.length / pieces }, (_, unit) =>
    Math.max(...linear.subarray(unit * pieces, (unit + 1) * pieces)),
  );
}

/** From the gradient with respect to the output to that with respect to what went into the last activation. */
export function throughOutput(layout: NetworkLayout, pass: ForwardPass, outputGradient: Float64Array): Float64Array {
  const last = layout.layers[layout.layers.length - 1];
  const { activated } = pass.layers[pass.layers.length - 1];
  const [low, high] = layout.clamp;
  return outputGradient.map((gradient, i) => {
    const scaled = layout.scale * activated[i] + layout.shift;
    if (scaled < low || scaled > high) return 0;
    return gradient * layout.scale * derivative(last.activation, activated[i], last.slope);
  });
}

/**
 * Backpropagation (Rumelhart, Hinton and Williams 1986).
 * @param lastGradient gradient with respect to what went into the last activation, `[rows, outputs]`
 * @returns the gradients with respect to the weights `[P]` and to the input `[rows, inputs]`
 */
export function backward(
  layout: NetworkLayout,
  weights: Float64Array,
  pass: ForwardPass,
  lastGradient: Float64Array,
): { weights: Float64Array; input: Float64Array } {
  const gradient = new Float64Array(layout.parameters);
  let dz = lastGradient;
  for (let l = layout.layers.length - 1; l > 0; l--) {
    addWeightGradient(layout.layers[l], pass.layers[l].input, dz, pass.rows, gradient);
    const dx = inputGradient(layout.layers[l], weights, dz, pass.rows);
    dz = throughActivation(layout.layers[l - 1], pass.layers[l - 1], dx);
  }
  addWeightGradient(layout.layers[0], pass.layers[0].input, dz, pass.rows, gradient);
  const dx = inputGradient(layout.layers[0], weights, dz, pass.rows);
  return { weights: gradient, input: masked(dx, pass.inputMask) };
}

function addWeightGradient(
  layer: LayerLayout,
  x: Float64Array,
  dz: Float64Array,
  rows: number,
  gradient: Float64Array,
): void {
  const { inputs, kernelAt, biasAt } = layer;
  const columns = columnsOf(layer);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const delta = dz[row * columns + column];
      gradient[biasAt + column] += delta;
      for (let input = 0; input < inputs; input++) {
        gradient[kernelAt + input * columns + column] += x[row * inputs + input] * delta;
      }
    }
  }
}

function inputGradient(layer: LayerLayout, weights: Float64Array, dz: Float64Array, rows: number): Float64Array {
  const { inputs, kernelAt } = layer;
  const columns = columnsOf(layer);
  const dx = new Float64Array(rows * inputs);
  for (let row = 0; row < rows; row++) {
    for (let input = 0; input < inputs; input++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) {
        sum += dz[row * columns + column] * weights[kernelAt + input * columns + column];
      }
      dx[row * inputs + input] = sum;
    }
  }
  return dx;
}

/** From `[rows, units]` to `[rows, units · pieces]`, through dropout and activation. */
function throughActivation(
  { activation, slope, pieces }: LayerLayout,
  { linear, activated, mask }: ForwardPass["layers"][number],
  gradient: Float64Array,
): Float64Array {
  const kept = masked(gradient, mask);
  if (activation !== "maxout") return kept.map((value, i) => value * derivative(activation, activated[i], slope));
  const dz = new Float64Array(linear.length);
  for (const [unit, value] of kept.entries()) {
    const largest = linear.subarray(unit * pieces, (unit + 1) * pieces).indexOf(activated[unit]);
    if (largest >= 0) dz[unit * pieces + largest] = value; // none equals NaN
  }
  return dz;
}
