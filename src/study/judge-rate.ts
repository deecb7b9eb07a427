import type { Measured } from "../language/claim.ts";
import type { Verdict } from "../language/verdict.ts";
import { allPairs } from "../statistics/all-pairs.ts";
import { confidenceSequence, rateIsWithin } from "../statistics/confidence-sequence.ts";
import { medianWithInterval } from "../statistics/effect.ts";
import { decideRate, neededAt } from "../statistics/sequential-boundary.ts";
import type { Trial } from "../trial/trial.ts";
import { askNumber, askPredicate } from "./ask.ts";
import { isBetter } from "./judged-claim.ts";
import type { ClaimOf, ComparedArms, ControlCount, RateJudgement } from "./judgement.ts";
import { measured } from "./measured.ts";
import { requireSeveralOutcomes, type TrialsByArm, tuples } from "./tuples.ts";

type Rate = ClaimOf<"rate">;

/**
 * Decides a rate one seed after the other. A diverged trial fails every predicate it takes part in. A dead one fails a claim about
 * itself, the first arm; as the other side of a comparison it stands with what was measured, which is finite.
 */
export function judgeRate(claim: Rate, trials: TrialsByArm): RateJudgement {
  requireSeveralOutcomes(claim.for, trials);
  const groups = tuples(claim.for, trials);
  const found = decided(claim, outcomesOf(claim, groups, claim.holds, "holds"), claim.cap);
  const looked = groups.slice(0, found.looked);
  return {
    kind: "rate",
    claim,
    assertedRate: claim.atLeast,
    ...found,
    interval: confidenceSequence(found.successes, found.seeds),
    sufficient: neededAt(claim.atLeast, found.seeds),
    controls: { negative: negativeControl(claim, trials), positive: control(claim, "positive", trials) },
    ...effectOf(claim, looked),
    ...comparedArms(claim, looked, found.outcomes),
  };
}

type Outcome = "+" | "-" | "=" | ".";

interface Decided {
  readonly verdict: Verdict;
  readonly successes: number;
  readonly seeds: number;
  readonly looked: number;
  readonly outcomes: string;
}

/** Stops at the first seed at which a boundary is hit or, of a comparison, no difference that matters is left. */
function decided({ atLeast: rate, comparison }: Rate, outcomes: readonly Outcome[], cap: number): Decided {
  const within = outcomes.slice(0, cap);
  const counting = within.flatMap((outcome, index) => (outcome === "+" || outcome === "-" ? [index] : []));
  const held = counting.map((index) => within[index] === "+");
  const { side, seeds, successes } = decideRate(held, { rate, cap });
  const end = (counted: number, all: boolean) => (all ? within.length : counting[counted - 1] + 1);
  const result = (verdict: Verdict, successes: number, seeds: number, looked: number): Decided => ({
    ...{ verdict, successes, seeds, looked },
    outcomes: within.slice(0, looked).join(""),
  });
  const equal = comparison ? firstEquivalence(held.slice(0, seeds), rate) : undefined;
  if (equal !== undefined && (side === "open" || equal < seeds)) {
    return result("equivalent", held.slice(0, equal).filter(Boolean).length, equal, end(equal, false));
  }
  const verdict = side === "above" ? "reproduced" : side === "below" ? "contradicted" : "open";
  return result(verdict, successes, seeds, end(seeds, side === "open"));
}

/**
 * A first arm that is better on 4 to 6 of 10 seeds makes no difference that matters: the bound is ours, twice as far from a coin
 * as a small effect of 0.2 standard deviations (Cohen 1988) would be, which gives 0.56.
 */
const matters = 0.1;

/** After how many seeds the rate was surely within what does not matter; undefined if never. */
function firstEquivalence(held: readonly boolean[], rate: number): number | undefined {
  let successes = 0;
  for (const [index, success] of held.entries()) {
    if (success) successes++;
    if (rateIsWithin(successes, index + 1, rate - matters, rate + matters)) return index + 1;
  }
  return undefined;
}

/** One outcome a seed. @param name of the predicate, for messages */
function outcomesOf(claim: Rate, groups: readonly Trial[][], holds: Rate["holds"], name: string): Outcome[] {
  return groups.map((group): Outcome => {
    const hasNumbers = group.every(({ state }) => state !== "diverged");
    if (claim.among && !(hasNumbers && askPredicate("among", claim.among, group.map(measured)))) return ".";
    if (!counts(claim, group)) return "-";
    const seen = group.map(measured);
    if (askPredicate(name, holds, seen)) return "+";
    return claim.comparison && !isBetter(claim.comparison, seen[1], seen[0]) ? "=" : "-";
  });
}

const counts = ({ judgesDead }: Rate, group: readonly Trial[]): boolean =>
  (judgesDead || group[0].state === "trained") && group.every(({ state }) => state !== "diverged");

function control(claim: Rate, name: "negative" | "positive", trials: TrialsByArm): ControlCount {
  const { what, for: arms = claim.for, holds } = claim.controls[name];
  const asked = holds ? `controls.${name}.holds` : `holds, for the arms of controls.${name},`;
  const outcomes = outcomesOf(claim, tuples(arms, trials), holds ?? claim.holds, asked);
  const { verdict, successes, seeds } = decided(claim, outcomes, claim.cap);
  return { what, verdict, successes, seeds };
}

/** Chance a side that the control of one comparison is decided although nothing is there to decide: of 100 of them 0.1 would be. */
const errorOfControl = 0.0005;

/** The second arm of a comparison against itself: each trial against the one of the next seed, in pairs that share none. */
function negativeControl(claim: Rate, trials: TrialsByArm): ControlCount {
  const { comparison } = claim;
  if (!comparison) return control(claim, "negative", trials);
  const { what, for: [other] = [] } = claim.controls.negative;
  const own = tuples(other as string, trials).flat();
  const pairs = Array.from({ length: Math.floor(own.length / 2) }, (_, pair) => [own[2 * pair], own[2 * pair + 1]]);
  const held = outcomesOf(claim, pairs, claim.holds, "holds, for controls.negative,")
    .filter((outcome) => outcome === "+" || outcome === "-")
    .map((outcome) => outcome === "+");
  const { side, successes, seeds } = decideRate(held, { rate: claim.atLeast, cap: claim.cap, error: errorOfControl });
  return {
    what,
    verdict: side === "above" ? "reproduced" : side === "below" ? "contradicted" : "open",
    successes,
    seeds,
  };
}

/** Two runs that never arrive differ by ∞ − ∞, which is no value. */
function effectOf(claim: Rate, groups: readonly Trial[][]): Pick<RateJudgement, "effect"> {
  const { effect } = claim;
  if (!effect) return {};
  const values = groups.map((group) =>
    counts(claim, group) ? askNumber("effect.of", effect.of, group.map(measured)) : Number.NaN,
  );
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 0 ? { effect: { unit: effect.unit, ...medianWithInterval(known), values } } : {};
}

function comparedArms(claim: Rate, groups: readonly Trial[][], outcomes: string): Pick<RateJudgement, "comparison"> {
  const { comparison } = claim;
  if (!comparison || groups.length === 0) return {};
  const sign = comparison.better === "smaller" ? 1 : -1;
  const valuesOf = (index: number) =>
    groups
      .map((group) => group[index])
      .filter(({ state }) => state !== "diverged")
      .map(
        (trial) => sign * askNumber("value.of", comparison.value.of as (trial: Measured) => number, [measured(trial)]),
      )
      .filter((value) => !Number.isNaN(value));
  const [first, second] = [valuesOf(0), valuesOf(1)];
  if (first.length === 0 || second.length === 0) return {};
  const better: ComparedArms["better"] = allPairs(first, second);
  return { comparison: { ties: [...outcomes].filter((outcome) => outcome === "=").length, better } };
}
