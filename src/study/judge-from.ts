import type { Claim } from "../language/claim.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import type { TrialsByArm } from "./tuples.ts";

/** Judges a claim on the seeds from `from` on: those before had been seen when it was registered. */
export const judgeFrom = (from: number, claim: Claim, trials: TrialsByArm): Judgement =>
  judge(claim, trialsFrom(from, trials));

/** The trials of seeds from `from` on. */
export const trialsFrom = (from: number, trials: TrialsByArm): TrialsByArm =>
  Object.fromEntries(Object.entries(trials).map(([arm, ofArm]) => [arm, ofArm.filter(({ seed }) => seed >= from)]));
