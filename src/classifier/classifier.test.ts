import { expect, test } from "vitest";
import { imagePixels } from "../data/images.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { dense } from "../experiment/describe.ts";
import { ClassifierError, classifier, probabilitiesOf } from "./classifier.ts";
import { classifierSettings, type TrainedClassifier } from "./train.ts";

/** Two hidden units, the ink of the first two pixels doubled; scores h₀, h₁, then h₀ − h₁, then eight of −1. */
function byHand(testAccuracy: number): TrainedClassifier {
  const layers = [dense(2, "relu"), dense(10, "linear")];
  const weights = new Float32Array(imagePixels * 2 + 2 + 2 * 10 + 10);
  weights[0] = weights[3] = 2;
  const head = weights.subarray(imagePixels * 2 + 2);
  head.set([1, 0, 1], 0);
  head.set([0, 1, -1], 10);
  head.fill(-1, 23);
  return { settings: { ...classifierSettings, layers }, weights, testAccuracy };
}

test("gives the last hidden layer and probabilities of the classes", async () => {
  const { featureCount, look, dispose } = await classifier(wasmEngine, byHand(1));
  const images = new Float32Array(2 * imagePixels);
  images.set([1, 0.25]);
  images.set([0.5, -1], imagePixels);
  const { features, probabilities } = await look(images);
  dispose();
  expect(featureCount).toBe(2);
  expect([...features]).toEqual([2, 0.5, 1, 0]);
  // scores 2, ½, 3/2 of 4 in all, and 1, 0, 1 of 2
  expect([...probabilities.subarray(0, 10)]).toEqual([1 / 2, 1 / 8, 3 / 8, 0, 0, 0, 0, 0, 0, 0]);
  expect([...probabilities.subarray(10)]).toEqual([1 / 2, 0, 1 / 2, 0, 0, 0, 0, 0, 0, 0]);
});

test.each([0.9749, Number.NaN])("refuses to measure with an accuracy of %s", async (accuracy) => {
  const refused = classifier(wasmEngine, byHand(accuracy));
  await expect(refused).rejects.toThrow(
    `expected a classifier that is right on at least 0.975 of the test images, got ${accuracy}; train it for more epochs`,
  );
  await expect(refused).rejects.toBeInstanceOf(ClassifierError);
  await expect(classifier(wasmEngine, byHand(0.975))).resolves.toBeDefined();
});

test("rows without a positive score are uniform, and NaN stays", () => {
  expect([...probabilitiesOf(Float32Array.of(-1, -2, Number.NaN, 1), 2)]).toEqual([0.5, 0.5, Number.NaN, Number.NaN]);
});
