import { outcomesOf } from "./judge-rate.ts";
import type { ClaimOf, Count } from "./judgement.ts";
import { type TrialsByArm, tuples } from "./tuples.ts";

/** On how many of all trials that are recorded a claim holds, those after its decision too. */
export type RecordedCount = Count;

/** Of the seeds that every arm of the claim has; ties and seeds that do not count are left out. */
export function recordedCount(claim: ClaimOf<"rate">, trials: TrialsByArm): RecordedCount {
  const outcomes = outcomesOf(claim, tuples(claim.for, trials), claim.holds, "holds");
  const numberOf = (one: string) => outcomes.filter((outcome) => outcome === one).length;
  return { successes: numberOf("+"), seeds: numberOf("+") + numberOf("-") };
}
