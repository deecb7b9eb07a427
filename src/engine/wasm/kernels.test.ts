import { expect, test } from "vitest";
import { affine } from "../../random/affine.ts";
import { normals, uniforms } from "../../random/threefry.ts";
import { loadKernels } from "./kernels.ts";

const kernels = await loadKernels();

// Errors in units of the last place, as measured, rounded up.
test.each([
  { name: "exp", code: 0, exact: Math.exp, from: -87, to: 88, ulp: 2 },
  { name: "sigmoid", code: 1, exact: (x: number) => 1 / (1 + Math.exp(-x)), from: -80, to: 30, ulp: 3 },
  { name: "tanh", code: 2, exact: Math.tanh, from: -10, to: 10, ulp: 3 },
  { name: "log", code: 3, exact: Math.log, from: 1e-6, to: 4, ulp: 2 },
])("$name is right within $ulp ulp on [$from, $to]", ({ code, exact, from, to, ulp }) => {
  const n = 40_000;
  const x = kernels.alloc(4 * n);
  const y = kernels.alloc(4 * n);
  const inputs = kernels.float32(x, n).map((_, i) => from + ((to - from) * i) / n);
  kernels.float32(x, n).set(inputs);
  kernels.mapFloat32(n, x, code, y);
  const results = kernels.float32(y, n);
  let worst = 0;
  inputs.forEach((input, i) => {
    const wanted = exact(input);
    worst = Math.max(worst, Math.abs(results[i] - wanted) / unitInLastPlace(wanted, 23, -126));
  });
  expect(worst).toBeLessThan(ulp);
});

test("exp of float64 is right within 1 ulp of Math.exp", () => {
  const n = 40_001;
  const x = kernels.alloc(8 * n);
  const y = kernels.alloc(8 * n);
  const inputs = Float64Array.from({ length: n }, (_, i) => -745 + (1454 * i) / n);
  kernels.float64(x, n).set(inputs);
  kernels.expMap(n, x, y);
  const worst = kernels.float64(y, n).reduce((largest, value, i) => {
    const wanted = Math.exp(inputs[i]);
    return Math.max(largest, Math.abs(value - wanted) / unitInLastPlace(wanted, 52, -1022));
  }, 0);
  expect(worst).toBeLessThanOrEqual(1);
});

test.each([
  { x: 0, y: 1 },
  { x: -800, y: 0 },
  { x: 800, y: Infinity },
  { x: Number.NaN, y: Number.NaN },
])("exp of float64 takes $x to $y", ({ x, y }) => {
  const at = kernels.alloc(8);
  kernels.float64(at, 1)[0] = x;
  kernels.expMap(1, at, at);
  expect(kernels.float64(at, 1)[0]).toBe(y);
});

test.each([
  { name: "uniforms", fill: kernels.fillUniforms, draw: uniforms },
  { name: "normals", fill: kernels.fillNormals, draw: normals },
])("$name have the bits of src/random, also where the low counter wraps around", ({ fill, draw }) => {
  const n = 64;
  const key = [0xfedcba98, 0x12345678] as const;
  const block = 2 ** 32 - 12; // a multiple of 4 a few groups before the carry
  const at = kernels.alloc(4 * n);
  fill(n, key[0], key[1], block, 0, 0.1, 0.3, at);
  expect(kernels.float32(at, n)).toEqual(affine(draw(key, n, 2 * block), 0.1, 0.3));
});

test("normals of many positions have the bits of src/random", () => {
  const n = 20_000;
  const at = kernels.alloc(4 * n);
  kernels.fillNormals(n, 1, 2, 0, 0, 1, 0, at);
  expect(kernels.float32(at, n)).toEqual(affine(normals([1, 2], n), 1, 0));
});

test("the generator's force is the sum that the notebook writes", () => {
  const z = Float64Array.from({ length: 7 }, (_, i) => 1 + i / 7);
  const [bG, bD, clamp, margin] = [-0.3, -1.2, 1.5, 0.001];
  const expected = z.reduce((sum, value) => {
    const x = Math.max(-clamp, Math.min(clamp, value + bG));
    const u = x + bD;
    const d = margin + (1 - 2 * margin) * Math.exp(-u * u);
    return sum + (2 * u * d) / (1 - d);
  }, 0);
  expect(force(z, bG, bD, clamp, margin) / expected).toBeCloseTo(1, 13);
});

test.each([1e-7, 1e-3, 0.1, 0.58, 0.6, 1, 3, 6])("without margins the force at u = %s is 2u/(e^(u²) − 1)", (u) => {
  const expected = (2 * u) / Math.expm1(u * u);
  expect(force(Float64Array.of(u), 0, 0, Infinity, 0) / expected).toBeCloseTo(1, 14);
});

test("without margins the force at u = 0 is not a number", () => {
  expect(force(Float64Array.of(0), 0, 0, 5, 0)).toBeNaN();
});

test("a sigmoid below e^-44.36 is 0, but a discriminator's probability keeps its tail; NaN stays NaN in both", () => {
  const x = [-45, -60, -85, -200, -44, -1, 10, Number.NaN];
  const [sigmoid, probability] = [sigmoids(x, 1), sigmoids(x, 5)];
  expect([...sigmoid.slice(0, 4)]).toEqual([0, 0, 0, 0]);
  for (const i of [0, 1, 2]) expect(probability[i] / Math.exp(x[i])).toBeCloseTo(1, 6);
  expect(sigmoid[4] / Math.exp(-44)).toBeCloseTo(1, 6);
  expect([...sigmoid.slice(4)]).toEqual([...probability.slice(4)]);
  expect(sigmoid[7]).toBeNaN();
});

test("no number of a saturated sigmoid or of its gradient is subnormal", () => {
  const y = sigmoids([-1000, -90, -87, -60, -44.4, -44.3, -20, 1000], 1);
  const [at, gradient] = [kernels.alloc(32), kernels.alloc(32)];
  kernels.float32(at, 8).set(y);
  kernels.float32(gradient, 8).fill(1e-12);
  kernels.activationGradient(8, at, 1, 0, gradient);
  const smallestNormal = 2 ** -126;
  const subnormal = [...y, ...kernels.float32(gradient, 8)].filter((value) => value > 0 && value < smallestNormal);
  expect(subnormal).toEqual([]);
});

test("maxout takes the largest piece of each unit, its gradient goes to the first of equal ones, and NaN stays NaN", () => {
  // One block of two units with three pieces: a row is the 8 samples of one piece.
  const pieces = [
    [1, 5, Number.NaN, 0, -1, 2, 7, -0.5],
    [3, 5, 1, 0, -2, 2, 6, -0.25],
    [2, 4, 2, 0, -3, 3, 7, -0.75],
  ];
  const [z, y, dy, dz] = [48, 16, 16, 48].map((n) => kernels.alloc(4 * n));
  kernels.float32(z, 48).set([...pieces, ...pieces.toReversed()].flat());
  kernels.float32(dy, 16).set(Array.from({ length: 16 }, (_, i) => i + 1));
  kernels.maxout(1, 2, 3, z, y);
  kernels.maxoutGradient(1, 2, 3, z, y, dy, dz);
  const largest = [3, 5, Number.NaN, 0, -1, 3, 7, -0.25];
  expect([...kernels.float32(y, 16)]).toEqual([...largest, ...largest]);
  const rows = Array.from({ length: 6 }, (_, row) => [...kernels.float32(dz + 32 * row, 8)]);
  expect(rows).toEqual([
    [0, 2, 0, 4, 5, 0, 7, 0],
    [1, 0, 0, 0, 0, 0, 0, 8],
    [0, 0, 0, 0, 0, 6, 0, 0],
    [0, 0, 0, 12, 0, 14, 15, 0],
    [9, 10, 0, 0, 0, 0, 0, 16],
    [0, 0, 0, 0, 13, 0, 0, 0],
  ]);
});

test("memory from the arena is zero, aligned and kept when the memory grows", async () => {
  const fresh = await loadKernels();
  const first = fresh.alloc(10);
  fresh.float32(first, 1)[0] = 7;
  const second = fresh.alloc(1_000_000);
  expect([first % 64, second % 64]).toEqual([0, 0]);
  expect(fresh.float32(first, 1)[0]).toBe(7);
  expect(fresh.float32(second, 250_000).every((value) => value === 0)).toBe(true);
});

test("released memory goes to the next kernels, zeroed, and not to two of them", async () => {
  const first = await loadKernels();
  const at = first.alloc(64);
  first.float32(at, 1)[0] = 7;
  const { buffer } = first.float32(at, 1);
  first.release();
  first.release();
  const [second, third] = [await loadKernels(), await loadKernels()];
  expect(second.alloc(64)).toBe(at);
  expect(second.float32(at, 1)[0]).toBe(0);
  expect(second.float32(at, 1).buffer).toBe(buffer);
  expect(third.float32(0, 1).buffer).not.toBe(buffer);
  expect(() => first.float32(at, 1)).toThrow("released");
  expect(() => first.alloc(1)).toThrow("released");
});

/** What a layer of 8 units makes of these inputs of its activation. */
function sigmoids(x: number[], code: number): Float32Array {
  const [layer, input, out] = [16, 8, 64].map((n) => kernels.alloc(4 * n));
  kernels.float32(layer + 32, 8).set(x); // the biases, over a kernel of zeros
  kernels.denseForward(1, 1, 8, layer, input, out, code, 0);
  return Float32Array.from({ length: 8 }, (_, unit) => kernels.float32(out, 64)[8 * unit]);
}

function force(z: Float64Array, bG: number, bD: number, clamp: number, margin: number): number {
  const at = kernels.alloc(z.byteLength);
  kernels.float64(at, z.length).set(z);
  return kernels.generatorForce(z.length, at, bG, bD, clamp, margin);
}

/** Distance between neighbouring floating-point numbers at x. */
function unitInLastPlace(x: number, mantissaBits: number, smallestExponent: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(x)));
  return 2 ** (Math.max(exponent, smallestExponent) - mantissaBits);
}
