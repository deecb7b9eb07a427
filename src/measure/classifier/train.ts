import { allImages, imageBatches, imagePixels, type LabelledImages, unitRange } from "../../data/images.ts";
import type { MakeNetwork } from "../../engine/plain-network.ts";
import type { Dense, Optimizer } from "../../language/arm.ts";
import { adam, dense } from "../../language/describe.ts";
import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";

/** Digits, and scores of the network. */
export const classes = 10;

/** Plain data: everything that the classifier's weights depend on, besides the images and what computes. */
export interface ClassifierSettings {
  /** From 784 pixels in [0, 1] to a score for each class. */
  readonly layers: readonly Dense[];
  readonly optimizer: Optimizer;
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
}

export interface TrainedClassifier {
  readonly settings: ClassifierSettings;
  /** Layer after layer: kernel `[in, out]` row-major, then bias `[out]`. */
  readonly weights: Float32Array;
  /** Share of the 10,000 test images whose largest score is their label's. */
  readonly testAccuracy: number;
}

const hidden = (units: number): Dense => dense(units, "relu", { kind: "normal-fan-in", gain: 2 });

const batch = 64;
/** Whole batches of the 60,000 training images. */
const epochUpdates = Math.floor(60000 / batch);

/** The classifier behind all metrics: 0.98 of the test images, after about fifteen seconds on one core. */
export const classifierSettings: ClassifierSettings = {
  layers: [hidden(256), hidden(128), dense(classes, "linear", { kind: "normal-fan-in", gain: 1 })],
  // The step size falls from epoch to epoch, so that the last one settles.
  optimizer: { ...adam({ stepSize: 1e-3 }), decay: { factor: 0.6, every: epochUpdates } },
  seed: 1,
  epochs: 6,
  batch,
};

/**
 * Trains the classifier by squared error on one-hot labels, whose optimum is the probability of each class given the
 * image (Bishop 2006, 1.5.5). Every epoch sees the images in an order of its own, from stream "classifier/order".
 */
export async function trainClassifier(
  makeNetwork: MakeNetwork,
  data: { train: LabelledImages; test: LabelledImages },
  settings: ClassifierSettings = classifierSettings,
): Promise<TrainedClassifier> {
  const { layers, optimizer, seed, epochs, batch } = settings;
  const network = await makeNetwork({ inputs: imagePixels, layers, optimizer, seed });
  try {
    const { images, labels, count } = data.train;
    const batchOf = imageBatches(images, unitRange);
    const input = new Float32Array(batch * imagePixels);
    const order = stream(seed, "classifier/order");
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shuffled = permutation(count, order, epoch);
      for (let from = 0; from + batch <= count; from += batch) {
        const indices = shuffled.subarray(from, from + batch);
        network.fit(batchOf(indices, input), oneHot(indices, labels));
      }
    }
    const scores = await network.apply(allImages(data.test.images, unitRange));
    return { settings, weights: await network.weights(), testAccuracy: accuracy(scores, data.test.labels) };
  } finally {
    network.dispose();
  }
}

/** @returns `[n, 10]`: 1 at the label, else 0 */
function oneHot(indices: ArrayLike<number>, labels: Uint8Array): Float32Array {
  const targets = new Float32Array(indices.length * classes);
  for (let i = 0; i < indices.length; i++) targets[i * classes + labels[indices[i]]] = 1;
  return targets;
}

/** Share of samples whose largest score is their label's. @param scores `[n, 10]` */
export function accuracy(scores: Float32Array | Float64Array, labels: Uint8Array): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    const own = scores.subarray(i * classes, (i + 1) * classes);
    right += Number(own.every((score, c) => c === labels[i] || score < own[labels[i]]));
  }
  return right / labels.length;
}
