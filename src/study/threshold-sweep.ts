import type { Verdict } from "../language/verdict.ts";
import type { Trial } from "../trial/trial.ts";
import { askNumber } from "./ask.ts";
import { decideOutcomes, type Outcome } from "./decide-outcomes.ts";
import { outcomesOf, ruleOf } from "./judge-rate.ts";
import type { ClaimOf } from "./judgement.ts";
import { measured } from "./measured.ts";
import { type TrialsByArm, tuples } from "./tuples.ts";

/** The verdict of a claim as a function of its bound, which is ours. */
export interface ThresholdVerdicts {
  readonly unit: string;
  /** Where the value lies if the claim holds. */
  readonly side: "below" | "above";
  /** The registered one. */
  readonly bound: number;
  /** Which verdict which bounds give, ascending without gaps from −∞ to ∞. */
  readonly verdicts: readonly { readonly from: number; readonly to: number; readonly verdict: Verdict }[];
}

/**
 * Decides a claim with a threshold once more for every other bound, from all trials up to its cap: a verdict changes only where the
 * bound passes a value of a trial.
 * @returns undefined for a claim that has no threshold
 */
export function thresholdVerdicts(claim: ClaimOf<"rate">, trials: TrialsByArm): ThresholdVerdicts | undefined {
  const { threshold } = claim;
  if (!threshold) return undefined;
  const side = threshold.below === undefined ? "above" : "below";
  const bound = (threshold.below ?? threshold.above) as number;
  const seeds = valuesOf(claim, tuples(claim.for, trials).slice(0, claim.cap));
  const ends = [...new Set(seeds.filter((value) => typeof value === "number" && Number.isFinite(value)))] as number[];
  const [first, ...later] = [Number.NEGATIVE_INFINITY, ...ends.sort((a, b) => a - b)];
  const verdicts = [{ from: first, to: Number.POSITIVE_INFINITY, verdict: verdictAt(claim, seeds, side, first) }];
  for (const from of later) {
    const before = verdicts[verdicts.length - 1];
    const verdict = verdictAt(claim, seeds, side, from);
    if (verdict === before.verdict) continue;
    before.to = from;
    verdicts.push({ from, to: Number.POSITIVE_INFINITY, verdict });
  }
  return { unit: threshold.unit, side, bound, verdicts };
}

/** A value of each seed, or the outcome that it has whatever the bound is. */
function valuesOf(claim: ClaimOf<"rate">, groups: readonly Trial[][]): (number | Outcome)[] {
  const { of } = claim.threshold as NonNullable<typeof claim.threshold>;
  // What the bound cannot change comes out the same for a predicate that always holds.
  return outcomesOf(claim, groups, () => true, "threshold").map((outcome, index) => {
    if (outcome !== "+") return outcome;
    const value = askNumber("threshold.of", of, groups[index].map(measured));
    return Number.isNaN(value) ? "-" : value;
  });
}

/** The verdict for bounds from a value to the next larger one. */
function verdictAt(
  claim: ClaimOf<"rate">,
  seeds: readonly (number | Outcome)[],
  side: ThresholdVerdicts["side"],
  from: number,
): Verdict {
  const outcomes = seeds.map((value): Outcome => {
    if (typeof value !== "number") return value;
    return (side === "below" ? value <= from : value > from) ? "+" : "-";
  });
  return decideOutcomes(outcomes, ruleOf(claim)).verdict;
}
