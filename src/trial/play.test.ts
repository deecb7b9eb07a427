import { expect, test } from "vitest";
import { notebook } from "../engine/conformance/arms.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import type { GanArm } from "../language/arm.ts";
import { affineNormal, dense, normalLatent, vary } from "../language/describe.ts";
import { play } from "./play.ts";

const arm = vary(notebook, { schedule: { rounds: 5, discriminatorSteps: 1, batch: 8 } });

const weightsAfter = async (played: GanArm) => {
  const adversary = await wasmEngine.create(played, [1]);
  await play(adversary, played);
  return { generator: await adversary.weights("generator"), discriminator: await adversary.weights("discriminator") };
};

test("simultaneous updates: the generator meets the discriminator from before its update", async () => {
  const one = vary(arm, { schedule: { rounds: 1 } });
  const simultaneous = await weightsAfter(vary(one, { schedule: { order: "simultaneous" } }));
  const alternating = await weightsAfter(one);
  const frozen = await weightsAfter(vary(one, { schedule: { discriminatorSteps: 0 } }));
  // Its own step is the one against an untrained discriminator, and the discriminator still makes its step.
  expect(simultaneous.generator).toEqual(frozen.generator);
  expect(simultaneous.generator).not.toEqual(alternating.generator);
  expect(simultaneous.discriminator).toEqual(alternating.discriminator);
});

test("shared latents change the generator's update and not the discriminator's", async () => {
  const one = vary(arm, { schedule: { rounds: 1 } });
  const [fresh, shared] = [await weightsAfter(one), await weightsAfter(vary(one, { schedule: { latents: "shared" } }))];
  expect(shared.discriminator).toEqual(fresh.discriminator);
  expect(shared.generator).not.toEqual(fresh.generator);
});

test("batches that the host makes are handed to every discriminator update", async () => {
  const plane: GanArm = {
    ...arm,
    data: affineNormal({
      matrix: [
        [1, 2],
        [-0.1, 0.5],
      ],
      shift: [1, 2],
    }),
    batches: { kind: "epochs", points: 40 },
    latent: normalLatent({ dimensions: 2 }),
    generator: { layers: [dense(2, "linear")] },
  };
  const trained = await weightsAfter(plane);
  const otherwise = await weightsAfter({ ...plane, batches: { kind: "epochs", points: 80 } });
  expect(trained.discriminator).not.toEqual(otherwise.discriminator);
  const adversary = await wasmEngine.create(plane, [1]);
  expect(() => adversary.updateDiscriminator()).toThrow("got batches made as epochs; pass real batches to the update");
});
