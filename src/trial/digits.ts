import { readMnist } from "../data/mnist.ts";
import { wasmNetwork } from "../engine/wasm/index.ts";
import { classifierSettings } from "../measure/classifier/train.ts";
import { type ImageLab, imageLab } from "../measure/image-lab.ts";
import type { Outcome } from "./kind.ts";

/**
 * What arms of digits learn from and are measured with. Made once of each classifier, because that takes a second or two.
 * @throws {MnistError} if the digits are missing
 * @throws {RangeError} if there is no classifier
 * @throws {ClassifierError} if the classifier does not know the digits well enough
 */
export function labOf(classifier: Outcome | undefined): Promise<ImageLab> {
  if (!classifier) throw new RangeError("expected a classifier to measure digits with, got none");
  const known = labs.get(classifier);
  if (known) return known;
  const lab = makeLab(classifier);
  labs.set(classifier, lab);
  return lab;
}

const labs = new WeakMap<Outcome, Promise<ImageLab>>();

const makeLab = async ({ arrays, end }: Outcome): Promise<ImageLab> =>
  imageLab(readMnist(), wasmNetwork, {
    settings: classifierSettings,
    weights: arrays.weights.data as Float32Array,
    testAccuracy: end.testAccuracy,
  });
