import type { ImageSampleArm } from "../language/arm.ts";
import { measureImageSample } from "../measure/image-sample.ts";
import { instrumentsOf } from "./digits.ts";
import { measuredOnce, type Outcome, type Tools } from "./kind.ts";

export const file = "trial/image-sample.ts";
export const usesEngine = false;

/** Measures training digits, perhaps changed, in the generator's place. */
export async function train(arm: ImageSampleArm, seeds: readonly number[], { classifier }: Tools): Promise<Outcome[]> {
  const instruments = await instrumentsOf(classifier);
  const outcomes: Outcome[] = [];
  for (const seed of seeds) outcomes.push(measuredOnce(await measureImageSample(arm, seed, instruments)));
  return outcomes;
}

export const estimatedSeconds = (): number => 1;

export const needsClassifier = (): boolean => true;
