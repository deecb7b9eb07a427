import { expect, test } from "vitest";
import { imagePixels, type LabelledImages, unitRange } from "../data/images.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { dense, gan, normalLatent, vary } from "../language/describe.ts";
import { startAtMeanImage } from "./mean-image.ts";

const sgd = { kind: "sgd", stepSize: 0.1 } as const;
const arm = gan({
  data: { kind: "mnist", normalisation: unitRange, images: 2 },
  latent: normalLatent({ dimensions: 3 }),
  generator: { layers: [dense(imagePixels, "sigmoid", { kind: "normal", sd: 0 })] },
  discriminator: { layers: [dense(1, "sigmoid")] },
  optimizer: { generator: sgd, discriminator: sgd },
  generatorLoss: "non-saturating",
  schedule: { rounds: 0, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
  record: { metrics: [], rounds: [] },
});

/** Three images: the greys 0, 102 and 255; their first pixels are background in all of them. */
const images: LabelledImages = {
  count: 3,
  images: Uint8Array.from({ length: 3 * imagePixels }, (_, i) =>
    i % imagePixels === 0 ? 0 : [0, 102, 255][Math.floor(i / imagePixels)],
  ),
  labels: new Uint8Array(3),
};

test("a generator without weights shows the mean of the arm's images, and almost background where they have none", async () => {
  const adversary = await wasmEngine.create(arm, [1, 2]);
  await startAtMeanImage(adversary, arm, images);
  const samples = await adversary.sample(new Float32Array(3));
  expect(samples).toHaveLength(2 * imagePixels);
  for (const s of [0, imagePixels]) {
    expect(samples[s]).toBeCloseTo(1e-7, 10);
    expect(samples[s + 1]).toBeCloseTo(0.2, 6); // (0 + 102) / 2 / 255
  }
});

test("outputs without a sigmoid are rejected", async () => {
  const linear = vary(arm, { generator: { layers: [dense(imagePixels, "linear")] } });
  const adversary = await wasmEngine.create(linear, [1]);
  await expect(startAtMeanImage(adversary, linear, images)).rejects.toThrow(
    "expected digits and a sigmoid to start at the mean image, got mnist and linear",
  );
});
