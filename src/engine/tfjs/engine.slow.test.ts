import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { vary } from "../../language/describe.ts";
import { testArms } from "../conformance/arms.ts";
import { engineNamed } from "../named.ts";

const engine = await engineNamed("tfjs:cpu");
const small = { schedule: { batch: 4 } };

test.each(["the notebook", "dropout", "gradients that are never zeroed, with cross-talk", "momentum"])(
  "no tensor leaks in 1,000 updates of %s",
  async (name) => {
    const before = tf.memory().numTensors;
    const adversary = await engine.create(
      vary(vary(testArms[name], small), { record: { metrics: ["generatorLoss"] } }),
      [1],
    );
    const round = async () => {
      adversary.updateDiscriminator();
      adversary.updateGenerator();
      adversary.regress("generator", Float32Array.of(0.5), Float32Array.of(0.2));
      if (name === "the notebook") {
        await adversary.sample(Float32Array.of(0.1));
        await adversary.gradientNorms(Float32Array.of(0.1));
      }
    };
    for (let update = 0; update < 100; update++) await round();
    await adversary.losses();
    const after100 = tf.memory().numTensors;
    for (let update = 0; update < 900; update++) await round();
    await adversary.losses();
    expect(tf.memory().numTensors).toBe(after100);
    adversary.dispose();
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("two backends of the library cannot take turns", async () => {
  const adversary = await engine.create(testArms.momentum, [1]);
  await engineNamed("tfjs:wasm");
  expect(() => adversary.updateGenerator()).toThrow("expected the backend cpu of this adversary, got wasm");
});
