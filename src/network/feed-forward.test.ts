import { expect, test } from "vitest";
import { referenceEngine } from "../engine/reference/index.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { dense } from "../language/describe.ts";
import { feedForward } from "./feed-forward.ts";

const engines = [wasmEngine, referenceEngine];

test.each(engines)("$name applies the weights that it is given", async (engine) => {
  const network = await feedForward(engine, { inputs: 2, layers: [dense(2, "relu"), dense(1, "linear")] });
  // hidden (x₀ + 2x₁, x₀ − x₁ + 1), output h₀ + 10 h₁ − 3
  network.setWeights(Float32Array.of(1, 1, 2, -1, 0, 1, 1, 10, -3));
  expect([...(await network.apply(Float32Array.of(1, 1, 0, 5)))]).toEqual([3 + 10 - 3, 10 + 0 - 3]);
  network.dispose();
});

test.each(engines)("$name takes the step of gradient descent on the mean squared error", async (engine) => {
  const optimizer = { kind: "sgd", stepSize: 0.5 } as const;
  const network = await feedForward(engine, { inputs: 1, layers: [dense(1, "linear")], optimizer });
  network.setWeights(Float32Array.of(1, 0));
  // f(x) = wx + b at x = 1, 2 with targets 3, 2: errors −2, 0. dE/dw = 2·(−2·1 + 0·2)/2 = −2, dE/db = −2.
  network.fit(Float32Array.of(1, 2), Float32Array.of(3, 2));
  expect([...(await network.weights())]).toEqual([2, 1]);
});

test("a seed gives the same initial weights, another one others", async () => {
  const weights = async (seed?: number) =>
    (await feedForward(wasmEngine, { inputs: 3, layers: [dense(4, "relu")], seed })).weights();
  expect(await weights(1)).toEqual(await weights());
  expect(await weights(2)).not.toEqual(await weights());
});
