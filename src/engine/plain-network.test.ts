import { expect, test } from "vitest";
import { dense } from "../language/describe.ts";
import { referenceNetwork } from "./reference/index.ts";
import { wasmNetwork } from "./wasm/index.ts";

const makers = [
  { engine: "wasm", make: wasmNetwork },
  { engine: "reference", make: referenceNetwork },
];

test.each(makers)("$engine applies the weights that it is given", async ({ make }) => {
  const network = await make({ inputs: 2, layers: [dense(2, "relu"), dense(1, "linear")] });
  // hidden (x₀ + 2x₁, x₀ − x₁ + 1), output h₀ + 10 h₁ − 3
  network.setWeights(Float32Array.of(1, 1, 2, -1, 0, 1, 1, 10, -3));
  expect([...(await network.apply(Float32Array.of(1, 1, 0, 5)))]).toEqual([3 + 10 - 3, 10 + 0 - 3]);
  network.dispose();
});

test.each(makers)("$engine takes the step of gradient descent on the mean squared error", async ({ make }) => {
  const optimizer = { kind: "sgd", stepSize: 0.5 } as const;
  const network = await make({ inputs: 1, layers: [dense(1, "linear")], optimizer });
  network.setWeights(Float32Array.of(1, 0));
  // f(x) = wx + b at x = 1, 2 with targets 3, 2: errors −2, 0. dE/dw = 2·(−2·1 + 0·2)/2 = −2, dE/db = −2.
  network.fit(Float32Array.of(1, 2), Float32Array.of(3, 2));
  expect([...(await network.weights())]).toEqual([2, 1]);
});

test("a seed gives the same initial weights, another one others", async () => {
  const weights = async (seed?: number) =>
    (await wasmNetwork({ inputs: 3, layers: [dense(4, "relu")], seed })).weights();
  expect(await weights(1)).toEqual(await weights());
  expect(await weights(2)).not.toEqual(await weights());
});

test("weights and batches of the wrong length are rejected", async () => {
  const network = await wasmNetwork({ inputs: 3, layers: [dense(2, "linear")] });
  expect(() => network.setWeights(new Float32Array(7))).toThrow("expected 8 weights (1 seed × 8), got 7");
  expect(() => network.fit(new Float32Array(6), new Float32Array(3))).toThrow("expected 4 numbers of target");
  expect(() => network.apply(new Float32Array(4))).toThrow("expected a multiple of 3 numbers");
});
