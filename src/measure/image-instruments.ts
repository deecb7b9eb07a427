import { allImages, imagePixels, type LabelledImages, unitRange } from "../data/images.ts";
import type { MakeNetwork } from "../engine/plain-network.ts";
import { type Classifier, classifier } from "./classifier/classifier.ts";
import type { TrainedClassifier } from "./classifier/train.ts";
import { fitGaussian, type Gaussian } from "./multivariate.ts";
import { averagePool, pooledPixels, totalVariance } from "./pixels.ts";

/** What training on images and measuring them takes, and what the test images measure; the same for every trial. */
export interface ImageInstruments {
  /** What real batches are drawn from. */
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  readonly classify: Classifier["classify"];
  /** Makes what computes the inner products of Parzen's estimate. */
  readonly makeNetwork: MakeNetwork;
  /** Gaussian fitted to the classifier's features of all test images. */
  readonly features: Gaussian;
  /** Gaussian fitted to all test images, pooled to 7 × 7 pixels. */
  readonly pooled: Gaussian;
  /** Total variance of the pixels of all test images: see `totalVariance`. */
  readonly variance: number;
}

/** @throws {ClassifierError} if the classifier does not know the digits well enough */
export async function imageInstruments(
  data: { readonly train: LabelledImages; readonly test: LabelledImages },
  makeNetwork: MakeNetwork,
  trained: TrainedClassifier,
): Promise<ImageInstruments> {
  const { classify, featureCount } = await classifier(makeNetwork, trained);
  const test = allImages(data.test.images, unitRange);
  const { features } = await classify(test);
  return {
    train: data.train,
    test: data.test,
    classify,
    makeNetwork,
    features: fitGaussian(features, featureCount),
    pooled: fitGaussian(averagePool(test), pooledPixels),
    variance: totalVariance(test, imagePixels),
  };
}
