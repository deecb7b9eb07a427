import { afterAll, describe, expect, test } from "vitest";
import { stream } from "../../random/stream.ts";
import { networkLayout } from "../layout.ts";
import { loadKernels } from "./kernels.ts";
import { scratchBytes } from "./layer-buffers.ts";
import { fromPanels, toPanels } from "./panels.ts";

// A sum of a product goes through its depth in order, each step rounded once. Only where the units of a kernel's gradient fill
// no panel of 16, it is eight such sums, one for each sample of a block. Whatever tiles make them, these are the bits.

const kernels = await loadKernels();
afterAll(() => kernels.setWidth(128));

const shapes = [
  { batch: 8, inputs: 1, units: 1 },
  { batch: 24, inputs: 7, units: 3 },
  { batch: 40, inputs: 10, units: 20 },
  { batch: 16, inputs: 20, units: 10 },
  { batch: 72, inputs: 33, units: 16 },
  { batch: 8, inputs: 5, units: 47 },
  { batch: 64, inputs: 100, units: 128 },
];

describe.each([128, 256] as const)("tiles for %i bits", (bits) => {
  test.each(shapes)("$batch × $inputs × $units has the bits of its sums as they are defined", (shape) => {
    kernels.setWidth(bits);
    const { batch, inputs, units } = shape;
    const weights = numbers(1, inputs * units);
    const bias = numbers(2, units);
    const x = numbers(3, batch * inputs);
    const dz = numbers(4, batch * units);
    const { y, dx, dw } = products(shape, weights, bias, x, dz);
    const each = (n: number, m: number, value: (i: number, j: number) => number) =>
      Float32Array.from({ length: n * m }, (_, at) => value(Math.floor(at / m), at % m));
    expect(y).toEqual(
      each(batch, units, (s, u) => sum(inputs, bias[u], (i) => [weights[i * units + u], x[s * inputs + i]])),
    );
    expect(dx).toEqual(
      each(batch, inputs, (s, i) => sum(units, 0, (u) => [weights[i * units + u], dz[s * units + u]])),
    );
    expect(dw).toEqual(
      each(inputs, units, (i, u) => {
        const factors = (s: number) => [x[s * inputs + i], dz[s * units + u]] as const;
        return u < units - (units % 16) ? sum(batch, 0, factors) : sumOfLanes(batch, factors);
      }),
    );
  });
});

type Shape = (typeof shapes)[number];

/** Y = XW + b, dX = dZ Wᵀ and dW = Xᵀ dZ by the kernels, everything row-major. */
function products(
  { batch, inputs, units }: Shape,
  weights: Float32Array,
  bias: Float32Array,
  x: Float32Array,
  dz: Float32Array,
) {
  const init = { kind: "normal", sd: 1 } as const;
  const layout = networkLayout({ layers: [{ units, activation: "linear", init }] }, inputs, "network");
  const blocks = batch / 8;
  const room = (n: number) => kernels.alloc(4 * n);
  const [layer, gradient] = [room(layout.parameters), room(layout.parameters)];
  const [rows, inputBlocks, outputBlocks] = [room(batch * Math.max(inputs, units)), room(x.length), room(dz.length)];
  const scratch = kernels.alloc(scratchBytes(layout, blocks));
  const place = (samples: Float32Array, features: number, to: number) => {
    kernels.float32(rows, samples.length).set(samples);
    kernels.toBlocks(batch, features, rows, to);
  };
  const read = (features: number, from: number) => {
    kernels.toRows(batch, features, from, rows);
    return kernels.float32(rows, batch * features).slice();
  };
  toPanels(layout, Float32Array.of(...weights, ...bias), kernels.float32(layer, layout.parameters));
  place(x, inputs, inputBlocks);
  kernels.denseForward(blocks, inputs, units, layer, inputBlocks, outputBlocks, 0, 0);
  const y = read(units, outputBlocks);
  place(dz, units, outputBlocks);
  kernels.denseWeightGradient(blocks, inputs, units, inputBlocks, outputBlocks, gradient, scratch);
  const dw = new Float32Array(layout.parameters);
  fromPanels(layout, kernels.float32(gradient, layout.parameters), dw);
  kernels.denseInputGradient(blocks, inputs, units, layer, outputBlocks, inputBlocks, inputBlocks, 0, 0, scratch);
  return { y, dx: read(inputs, inputBlocks), dw: dw.subarray(0, inputs * units) };
}

const numbers = (seed: number, n: number): Float32Array => stream(seed, "products").normals(n);

function sum(depth: number, start: number, factors: (k: number) => readonly [number, number]): number {
  let result = start;
  for (let k = 0; k < depth; k++) result = multiplyAdd(...factors(k), result);
  return result;
}

function sumOfLanes(depth: number, factors: (k: number) => readonly [number, number]): number {
  const { fround } = Math;
  const lanes = Array.from({ length: 8 }, (_, lane) => sum(depth / 8, 0, (block) => factors(8 * block + lane)));
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => fround(lanes[i] + lanes[i + 4]));
  return fround(fround(a + c) + fround(b + d));
}

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** a b + c of float32 numbers, rounded to float32 once: the float64 sum, rounded to odd, has bits enough for the second rounding. */
function multiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const rounded = product + c;
  const part = rounded - product;
  const error = product - (rounded - part) + (c - part);
  double[0] = rounded;
  if (error !== 0 && (bits[0] & 1n) === 0n) bits[0] += error > 0 === rounded > 0 ? 1n : -1n;
  return Math.fround(double[0]);
}
