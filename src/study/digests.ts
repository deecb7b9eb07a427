import { digestOfArm } from "../trial/digest.ts";
import type { TrialsByArm } from "./judge.ts";

/** "source/arm" → digest of its trials. */
export type Digests = Readonly<Record<string, string>>;

export const digestsOf = (source: string, trials: TrialsByArm): Digests =>
  Object.fromEntries(Object.entries(trials).map(([arm, ofArm]) => [`${source}/${arm}`, digestOfArm(ofArm)]));
