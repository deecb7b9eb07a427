import { readMnist } from "../data/mnist.ts";
import { wasmNetwork } from "../engine/wasm/index.ts";
import type { ClassifierArm } from "../language/arm.ts";
import { classifierSettings, trainClassifier } from "../measure/classifier/train.ts";
import { measuredOnce, type Outcome } from "./kind.ts";

export const file = "trial/classifier.ts";
export const usesEngine = false;

/** Trains the network behind the metrics of digits; by `wasm` whatever trains the digits: one instrument measures all. */
export async function train(arm: ClassifierArm, seeds: readonly number[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    const { weights, testAccuracy } = await trainClassifier(wasmNetwork, readMnist(), { ...arm, seed });
    outcomes.push(measuredOnce({ testAccuracy }, { weights: { shape: [weights.length], data: weights } }));
  }
  return outcomes;
}

export const estimatedSeconds = (): number => 15;

const { seed, ...settings } = classifierSettings;

/** The classifier that everything is measured with, as an arm, and the one seed that it is trained from. */
export const theClassifier: { readonly arm: ClassifierArm; readonly seed: number } = {
  arm: { kind: "classifier", ...settings },
  seed,
};
