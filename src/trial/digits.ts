import { readMnist } from "../data/mnist.ts";
import { wasmNetwork } from "../engine/wasm/index.ts";
import { classifierSettings } from "../measure/classifier/train.ts";
import { type ImageInstruments, imageInstruments } from "../measure/image-instruments.ts";
import type { Outcome } from "./kind.ts";

/**
 * What arms of digits learn from and are measured with. Made once of each classifier, because that takes a second or two.
 * @throws {MnistError} if the digits are missing
 * @throws {RangeError} if there is no classifier
 * @throws {ClassifierError} if the classifier does not know the digits well enough
 */
export function instrumentsOf(classifier: Outcome | undefined): Promise<ImageInstruments> {
  if (!classifier) throw new RangeError("expected a classifier to measure digits with, got none");
  const known = made.get(classifier);
  if (known) return known;
  const instruments = makeInstruments(classifier);
  made.set(classifier, instruments);
  return instruments;
}

const made = new WeakMap<Outcome, Promise<ImageInstruments>>();

const makeInstruments = async ({ arrays, end }: Outcome): Promise<ImageInstruments> =>
  imageInstruments(readMnist(), wasmNetwork, {
    settings: classifierSettings,
    weights: arrays.weights.data as Float32Array,
    testAccuracy: end.testAccuracy,
  });
