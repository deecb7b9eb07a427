import { expect, test } from "vitest";
import { imagePixels, type LabelledImages, unitRange } from "../data/images.ts";
import { wasmEngine, wasmNetwork } from "../engine/wasm/index.ts";
import type { GanArm } from "../language/arm.ts";
import { dense, gan, normalLatent } from "../language/describe.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import { fitGaussian } from "../measure/multivariate.ts";
import { measureImages } from "../measure/probes/images.ts";
import { train } from "./train.ts";

/** 64 images, number i of the grey 4·i, and a classifier that sees their mean grey. */
const images: LabelledImages = {
  count: 64,
  images: Uint8Array.from({ length: 64 * imagePixels }, (_, i) => 4 * Math.floor(i / imagePixels)),
  labels: new Uint8Array(64),
};
const meanGrey = (all: Float32Array): Float32Array =>
  Float32Array.from({ length: all.length / imagePixels }, (_, i) =>
    all.subarray(i * imagePixels, (i + 1) * imagePixels).reduce((sum, pixel) => sum + pixel / imagePixels, 0),
  );
const instruments: ImageInstruments = {
  train: images,
  test: images,
  makeNetwork: wasmNetwork,
  classify: async (all) => {
    const features = meanGrey(all);
    return { features, probabilities: new Float64Array(features.length * 10).fill(0.1) };
  },
  features: fitGaussian(Float64Array.of(0, 1), 1),
  pooled: fitGaussian(new Float64Array(2 * 49), 49),
  variance: 1,
};

const sgd = { kind: "sgd", stepSize: 0.1 } as const;
const arm: GanArm = gan({
  data: { kind: "mnist", normalisation: unitRange },
  latent: normalLatent({ dimensions: 3 }),
  generator: { layers: [dense(imagePixels, "sigmoid")] },
  discriminator: { layers: [dense(1, "sigmoid")] },
  optimizer: { generator: sgd, discriminator: sgd },
  generatorLoss: "non-saturating",
  schedule: { rounds: 3, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
  record: { metrics: ["frechet", "diversity"], rounds: [0, 3], samples: { rounds: [0], count: 4 } },
});

test("an arm of digits trains on the images it is given, keeps samples as bytes, and no weights", async () => {
  const [{ arrays, curves, finite }] = await train(arm, [1], wasmEngine, instruments);
  expect(Object.keys(arrays)).toEqual(["samples.rounds", "samples"]);
  expect(arrays.samples.shape).toEqual([2, 4, imagePixels]);
  expect(arrays.samples.data).toBeInstanceOf(Uint8Array);
  expect(curves.frechet).toHaveLength(2);
  expect(finite).toBe(true);
});

test("an arm may learn from the first images only", async () => {
  const unmeasured = { ...arm, record: { metrics: [], rounds: [], samples: { rounds: [], count: 4 } } };
  const samples = async (first?: number, set = images) => {
    const data: GanArm["data"] = { kind: "mnist", normalisation: unitRange, images: first };
    const [{ arrays }] = await train({ ...unmeasured, data }, [1], wasmEngine, { ...instruments, train: set });
    return arrays.samples;
  };
  const few = { ...images, count: 16, images: images.images.subarray(0, 16 * imagePixels) };
  expect(await samples(16)).toEqual(await samples(undefined, few));
  expect(await samples(16)).not.toEqual(await samples());
});

test("an arm of digits without images says what is missing", async () => {
  await expect(train(arm, [1], wasmEngine)).rejects.toThrow("expected images to draw digits from");
});

test("metrics see images clipped to the data's range, and say what was outside", async () => {
  const raw = new Float32Array(2 * imagePixels).fill(-3);
  raw.fill(2, imagePixels);
  const measured = await measureImages(raw, instruments);
  // Clipped, the mean greys are 0 and 1: mean ½ and variance ½, those of the two test features.
  expect(measured.frechet).toBeCloseTo(0, 10);
  expect(measured.outside).toBe(1);
  expect(measured.between).toBe(0);
  // Each pixel is 0 once and 1 once: a variance of ¼.
  expect(measured.diversity).toBeCloseTo(imagePixels / 4, 10);
});
