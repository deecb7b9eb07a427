import type { LayerLayout, NetworkLayout } from "../layout.ts";
import { activate, derivative } from "./activation.ts";
import type { DropoutMasks } from "./draws.ts";

/** What a forward pass leaves behind for the way back. All arrays are row-major `[rows, units]`. */
export interface ForwardPass {
  readonly rows: number;
  readonly layers: readonly {
    readonly input: Float64Array;
    readonly activated: Float64Array;
    /** Factors of dropout, if units were dropped. */
    readonly mask: Float64Array | undefined;
  }[];
  readonly output: Float64Array;
}

/**
 * f(input) of one network.
 * @param input `[rows, inputs]`
 * @param masks where hidden units are dropped; none are without
 * @param segments batches that go through together, such as real and fake
 */
export function forward(
  layout: NetworkLayout,
  weights: Float64Array,
  input: Float64Array,
  rows: number,
  masks?: DropoutMasks,
  segments = 1,
): ForwardPass {
  const layers: ForwardPass["layers"][number][] = [];
  let x = input;
  for (const layer of layout.layers) {
    const activated = dense(layer, weights, x, rows);
    const mask = masks && layer.dropout > 0 ? masks.next(rows, layer.units, layer.dropout, segments) : undefined;
    layers.push({ input: x, activated, mask });
    x = mask ? activated.map((value, i) => value * mask[i]) : activated;
  }
  const [low, high] = layout.clamp;
  const output = x.map((value) => Math.max(low, Math.min(high, layout.scale * value + layout.shift)));
  return { rows, layers, output };
}

/** activation(x·W + b). */
function dense(layer: LayerLayout, weights: Float64Array, x: Float64Array, rows: number): Float64Array {
  const { inputs, units, kernelAt, biasAt } = layer;
  const y = new Float64Array(rows * units);
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = weights[biasAt + unit];
      for (let input = 0; input < inputs; input++) {
        sum += x[row * inputs + input] * weights[kernelAt + input * units + unit];
      }
      y[row * units + unit] = activate(layer.activation, sum, layer.slope);
    }
  }
  return y;
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
  return { weights: gradient, input: inputGradient(layout.layers[0], weights, dz, pass.rows) };
}

function addWeightGradient(
  layer: LayerLayout,
  x: Float64Array,
  dz: Float64Array,
  rows: number,
  gradient: Float64Array,
): void {
  const { inputs, units, kernelAt, biasAt } = layer;
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      const delta = dz[row * units + unit];
      gradient[biasAt + unit] += delta;
      for (let input = 0; input < inputs; input++) {
        gradient[kernelAt + input * units + unit] += x[row * inputs + input] * delta;
      }
    }
  }
}

function inputGradient(layer: LayerLayout, weights: Float64Array, dz: Float64Array, rows: number): Float64Array {
  const { inputs, units, kernelAt } = layer;
  const dx = new Float64Array(rows * inputs);
  for (let row = 0; row < rows; row++) {
    for (let input = 0; input < inputs; input++) {
      let sum = 0;
      for (let unit = 0; unit < units; unit++) {
        sum += dz[row * units + unit] * weights[kernelAt + input * units + unit];
      }
      dx[row * inputs + input] = sum;
    }
  }
  return dx;
}

function throughActivation(
  layer: LayerLayout,
  { activated, mask }: ForwardPass["layers"][number],
  gradient: Float64Array,
): Float64Array {
  return gradient.map((value, i) => {
    const kept = mask ? mask[i] : 1;
    return value * kept * derivative(layer.activation, activated[i], layer.slope);
  });
}
