import { expect, test } from "vitest";
import { testArms } from "../engine/conformance/arms.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import type { GanArm } from "../language/arm.ts";
import { momentum } from "../language/describe.ts";
import { distribution } from "../random/distribution.ts";
import { pretrain } from "./pretrain.ts";

const optimizer = momentum({ stepSize: 0.01, momentum: 0.6 });
const arm: GanArm = {
  ...testArms["scaled and clamped outputs"],
  optimizer: { generator: optimizer, discriminator: optimizer },
  pretraining: {
    target: { kind: "density", low: -3, high: 3, isClamped: false },
    updates: 3000,
    batch: 200,
  },
};
const { pdf } = distribution(arm.data);

const largestError = async (pretrained: GanArm) => {
  const adversary = await wasmEngine.create(pretrained, [1]);
  await pretrain(adversary, pretrained, wasmEngine);
  const x = Float32Array.from({ length: 61 }, (_, i) => -3 + i / 10);
  const d = await adversary.discriminate(x);
  return x.reduce((largest, at, i) => Math.max(largest, Math.abs(d[i] - pdf(at))), 0);
};

test("the discriminator learns the data's density", async () => {
  expect(await largestError(arm)).toBeLessThan(0.1);
  expect(await largestError({ ...arm, pretraining: undefined })).toBeGreaterThan(0.3);
});

test("a step size of 0 in pretraining leaves the discriminator as it was", async () => {
  const [still, untouched] = [
    { ...arm, pretraining: { ...arm.pretraining!, optimizer: momentum({ stepSize: 0, momentum: 0.6 }) } },
    arm,
  ];
  const trained = await wasmEngine.create(still, [1]);
  await pretrain(trained, still, wasmEngine);
  expect(await trained.weights("discriminator")).toEqual(
    await (await wasmEngine.create(untouched, [1])).weights("discriminator"),
  );
});

test("through the clamp no gradient comes from outputs outside of it", async () => {
  const { pretraining } = arm;
  const clamped = { ...arm, pretraining: { ...pretraining!, target: { ...pretraining!.target, isClamped: true } } };
  expect(await largestError(clamped as GanArm)).not.toBe(await largestError(arm));
});
