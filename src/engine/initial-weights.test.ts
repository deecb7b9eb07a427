import { expect, test } from "vitest";
import { dense, maxout, vary } from "../language/describe.ts";
import { stream } from "../random/stream.ts";
import { notebook } from "./conformance/arms.ts";
import { initialWeights } from "./initial-weights.ts";
import { ganLayout } from "./layout.ts";

const init = stream(1, "init/generator");

test("glorot-uniform fills ±√(6/(inputs + units)) and leaves the biases 0", () => {
  const { generator } = ganLayout(notebook);
  const weights = initialWeights(generator, init);
  const second = generator.layers[1]; // 10 inputs, 20 units
  const kernel = weights.subarray(second.kernelAt, second.biasAt);
  expect(Math.max(...kernel.map(Math.abs))).toBeLessThanOrEqual(Math.fround(Math.sqrt(6 / 30)));
  expect(Math.max(...kernel)).toBeGreaterThan(0.9 * Math.sqrt(6 / 30));
  expect(weights.subarray(second.biasAt, second.biasAt + 20).every((bias) => bias === 0)).toBe(true);
});

test("every layer's kernel starts at the next multiple of 8 of the stream", () => {
  const { generator } = ganLayout(notebook);
  const weights = initialWeights(generator, init);
  // The first kernel takes 10 numbers, so the second starts at position 16.
  const [u] = init.uniforms(1, 16);
  expect(weights[generator.layers[1].kernelAt]).toBe(Math.fround((2 * u - 1) * Math.sqrt(6 / 30)));
});

test("uniform weights lie between the limits, a column for every piece of a maxout unit", () => {
  const layer = maxout(2, 3, { kind: "uniform", limit: 0.05 });
  const { generator } = ganLayout(vary(notebook, { generator: { layers: [layer, dense(1, "linear")] } }));
  const weights = initialWeights(generator, init);
  expect(generator.layers.map(({ kernelAt, biasAt }) => [kernelAt, biasAt])).toEqual([
    [0, 6],
    [12, 14],
  ]);
  expect([...weights.subarray(0, 6)]).toEqual(Array.from(init.uniforms(6), (u) => Math.fround((2 * u - 1) * 0.05)));
});

test.each([
  { name: "sd", initializer: { kind: "normal", sd: 0.02 }, deviation: 0.02 },
  { name: "gain/inputs", initializer: { kind: "normal-fan-in", gain: 2 }, deviation: Math.SQRT2 },
] as const)("normal weights have the deviation that $name says", ({ initializer, deviation }) => {
  const arm = vary(notebook, { generator: { layers: [dense(1, "tanh", initializer)] } });
  const [weight] = initialWeights(ganLayout(arm).generator, init);
  const [n] = init.normals(1);
  expect(weight).toBe(Math.fround(Math.fround(deviation) * n));
});
