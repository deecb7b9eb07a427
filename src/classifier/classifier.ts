import { imagePixels } from "../data/images.ts";
import type { Engine } from "../engine/engine.ts";
import { feedForward } from "../network/feed-forward.ts";
import type { TrainedClassifier } from "./train.ts";

/** What metrics ask of a classifier. */
export interface Classifier {
  /** Width of the last hidden layer. */
  readonly featureCount: number;
  /** @param images `[n, 784]`, background 0 and ink 1 */
  look(images: Float32Array): Promise<Look>;
  dispose(): void;
}

export interface Look {
  /** Activations of the last hidden layer, `[n, featureCount]`. */
  readonly features: Float32Array;
  /** `[n, 10]`: see {@link probabilitiesOf}. */
  readonly probabilities: Float64Array;
}

/** Below this share of the test images the metrics that rest on the classifier say nothing. */
export const requiredAccuracy = 0.975;

/** A classifier that does not know the digits well enough to measure with. */
export class ClassifierError extends Error {
  override name = "ClassifierError";
}

/**
 * A trained classifier at work. Engines apply whole networks only, so it is two: one that ends in the last hidden layer,
 * and the last layer on top of it.
 * @throws {ClassifierError} if its test accuracy is below {@link requiredAccuracy}
 */
export async function classifier(engine: Engine, trained: TrainedClassifier): Promise<Classifier> {
  const { settings, weights, testAccuracy } = trained;
  if (!(testAccuracy >= requiredAccuracy)) {
    throw new ClassifierError(
      `expected a classifier that is right on at least ${requiredAccuracy} of the test images, got ${testAccuracy}; train it for more epochs`,
    );
  }
  const { layers } = settings;
  const [lower, last] = [layers.slice(0, -1), layers[layers.length - 1]];
  const featureCount = lower[lower.length - 1].units;
  const lastParameters = (featureCount + 1) * last.units;
  const body = await feedForward(engine, { inputs: imagePixels, layers: lower });
  const head = await feedForward(engine, { inputs: featureCount, layers: [last] });
  body.setWeights(weights.subarray(0, weights.length - lastParameters));
  head.setWeights(weights.subarray(weights.length - lastParameters));
  return {
    featureCount,
    async look(images) {
      const features = await body.apply(images);
      return { features, probabilities: probabilitiesOf(await head.apply(features), last.units) };
    },
    dispose() {
      body.dispose();
      head.dispose();
    },
  };
}

/**
 * Scores that were fitted to one-hot labels by squared error, as probabilities: such a score estimates its class's
 * probability, but may fall below 0, and a row need not sum to 1. So negative ones count as 0 and each row is divided by
 * its sum; a row without any positive score says nothing, and becomes uniform. NaN stays NaN.
 * @param scores `[n, classes]` @returns `[n, classes]`
 */
export function probabilitiesOf(scores: Float32Array, classes: number): Float64Array {
  const probabilities = Float64Array.from(scores, (score) => Math.max(0, score));
  for (let from = 0; from < scores.length; from += classes) {
    const row = probabilities.subarray(from, from + classes);
    const sum = row.reduce((total, score) => total + score, 0);
    if (sum === 0) row.fill(1 / classes);
    else for (let c = 0; c < classes; c++) row[c] /= sum;
  }
  return probabilities;
}
