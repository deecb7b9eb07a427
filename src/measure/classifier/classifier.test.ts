import { expect, test } from "vitest";
import { imagePixels } from "../../data/images.ts";
import { wasmNetwork } from "../../engine/wasm/index.ts";
import { dense } from "../../language/describe.ts";
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
  const { featureCount, classify, dispose } = await classifier(wasmNetwork, byHand(1));
  const images = new Float32Array(2 * imagePixels);
  images.set([1, 0.25]);
  images.set([0.5, -1], imagePixels);
  const { features, probabilities } = await classify(images);
  dispose();
  expect(featureCount).toBe(2);
  expect([...features]).toEqual([2, 0.5, 1, 0]);
  // Scores 2, ½, 3/2 and seven of −1, then 1, 0, 1 and seven of −1, each times 8.
  const softmax = (exponents: number[]) => {
    const sum = exponents.reduce((total, x) => total + Math.exp(x), 0);
    return exponents.map((x) => Math.exp(x) / sum);
  };
  const expected = [...softmax([16, 4, 12, ...Array(7).fill(-8)]), ...softmax([8, 0, 8, ...Array(7).fill(-8)])];
  for (const [i, probability] of probabilities.entries()) expect(probability).toBeCloseTo(expected[i], 12);
});

test.each([0.9749, Number.NaN])("a classifier with an accuracy of %s is rejected", async (accuracy) => {
  const refused = classifier(wasmNetwork, byHand(accuracy));
  await expect(refused).rejects.toThrow(
    `expected a classifier that is right on at least 0.975 of the test images, got ${accuracy}; train it for more epochs`,
  );
  await expect(refused).rejects.toBeInstanceOf(ClassifierError);
  await expect(classifier(wasmNetwork, byHand(0.975))).resolves.toBeDefined();
});

test("equal scores are equally probable, however large, and NaN stays", () => {
  expect([...probabilitiesOf(Float32Array.of(1e6, 1e6, Number.NaN, 1), 2)]).toEqual([0.5, 0.5, Number.NaN, Number.NaN]);
});
