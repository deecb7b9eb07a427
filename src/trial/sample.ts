import type { SampleArm } from "../language/arm.ts";
import { measureSample } from "../measure/sample.ts";
import { measuredOnce, type Outcome } from "./kind.ts";

export const file = "trial/sample.ts";
export const usesEngine = false;

/** Measures draws from the data in the generator's place. */
export const train = async (arm: SampleArm, seeds: readonly number[]): Promise<Outcome[]> =>
  seeds.map((seed) => measuredOnce(measureSample(arm, seed)));

export const estimatedSeconds = (): number => 0.001;
