import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { allImages, imagePixels, type LabelledImages, unitRange } from "../../data/images.ts";
import { readMnist } from "../../data/mnist.ts";
import type { MakeNetwork } from "../../engine/plain-network.ts";
import { wasmNetwork } from "../../engine/wasm/index.ts";
import { classShares } from "../classes.ts";
import { classifier } from "./classifier.ts";
import { accuracy, classifierSettings, trainClassifier } from "./train.ts";

const { train: training, test: testing } = readMnist();

test("learns the digits well enough to measure with, to the same bits on every machine", async () => {
  const trained = await trainClassifier(wasmNetwork, { train: training, test: testing });
  expect(trained.testAccuracy).toBe(0.9803);
  expect(sha256(trained.weights)).toBe("257061e26322df2d7b2928f7b35c7960fae5503c78f1acf7b7467bbe44b4ba31");

  // Cut in two, the network gives what it gives whole.
  const { classify, featureCount } = await classifier(wasmNetwork, trained);
  const { features, probabilities } = await classify(allImages(testing.images, unitRange));
  expect(featureCount).toBe(128);
  expect(features).toHaveLength(10000 * 128);
  expect(accuracy(probabilities, testing.labels)).toBe(trained.testAccuracy);
  // Calibrated: the mean largest probability is the accuracy.
  const confidence = rows(probabilities, 10).reduce((sum, row) => sum + Math.max(...row), 0) / testing.count;
  expect(Math.abs(confidence - trained.testAccuracy)).toBeLessThan(0.005);
  // Each digit is between 8.9 % (5) and 11.4 % (1) of the test images.
  for (const share of classShares(probabilities, 10)) expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
});

test("another seed is another classifier, the same seed the same", async () => {
  const data = { train: first(training, 640), test: first(testing, 100) };
  const weights = async (seed: number) =>
    (await trainClassifier(wasmNetwork, data, { ...classifierSettings, seed, epochs: 1 })).weights;
  const [one, again, other] = [await weights(1), await weights(1), await weights(2)];
  expect(Buffer.compare(bytes(one), bytes(again))).toBe(0);
  expect(Buffer.compare(bytes(one), bytes(other))).not.toBe(0);
});

test("every epoch sees each image once with its own label, in an order of its own", async () => {
  const data = { train: first(training, 200), test: first(testing, 10) };
  const epochs: string[][] = [];
  const watched: MakeNetwork = async (options) => {
    const network = await wasmNetwork(options);
    return {
      ...network,
      fit(input, target) {
        epochs.push(rows(input, imagePixels).map((image, i) => fingerprint(image, rows(target, 10)[i])));
        network.fit(input, target);
      },
    };
  };
  await trainClassifier(watched, data, { ...classifierSettings, epochs: 3, batch: 200 });
  const inOrder = rows(allImages(data.train.images, unitRange), imagePixels).map((image, i) =>
    fingerprint(
      image,
      Float32Array.from({ length: 10 }, (_, c) => Number(c === data.train.labels[i])),
    ),
  );
  for (const epoch of epochs) expect(epoch.toSorted()).toEqual(inOrder.toSorted());
  expect(new Set([inOrder, ...epochs].map((epoch) => epoch.join())).size).toBe(4);
});

test("accuracy counts rows whose largest score is the label's; a tie or NaN is not right", () => {
  const scores = new Float32Array(4 * 10);
  scores[3] = 1; // image 0: 3
  scores[10 + 4] = scores[10 + 5] = 1; // image 1: a tie
  scores[20] = 1; // image 2: 0
  scores.fill(Number.NaN, 30);
  expect(accuracy(scores, Uint8Array.of(3, 4, 7, 0))).toBe(1 / 4);
});

function first(set: LabelledImages, count: number): LabelledImages {
  return { count, images: set.images.subarray(0, count * imagePixels), labels: set.labels.subarray(0, count) };
}

const rows = <Numbers extends Float32Array | Float64Array>(array: Numbers, width: number): Numbers[] =>
  Array.from({ length: array.length / width }, (_, i) => array.subarray(i * width, (i + 1) * width) as Numbers);

const fingerprint = (...arrays: Float32Array[]): string => arrays.map((array) => sha256(array)).join();

const sha256 = (array: Float32Array): string => createHash("sha256").update(bytes(array)).digest("hex");

const bytes = (numbers: Float32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
