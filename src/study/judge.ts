import type { Claim, Decide, Decision, Measured, RateClaim } from "../language/claim.ts";
import type { Interval, Verdict } from "../language/verdict.ts";
import { medianWithInterval } from "../statistics/effect.ts";
import { clopperPearson, verdictOf } from "../statistics/verdict.ts";
import type { Trial } from "../trial/trial.ts";
import { askCheck, askDecision, askNumber, askPredicate } from "./ask.ts";
import type {
  ClaimOf,
  Count,
  ExactJudgement,
  ExactVerdict,
  Judgement,
  RateJudgement,
  StatisticJudgement,
} from "./judgement.ts";
import { measured } from "./measured.ts";
import { haveOneOutcome } from "./one-outcome.ts";

export type { Judgement } from "./judgement.ts";

/** Trials of each arm, ascending by seed; all arms have the same seeds. */
export type TrialsByArm<Arm extends string = string> = Readonly<Record<Arm, readonly Trial[]>>;

/**
 * Decides a claim and its control. A claim whose own code fails, and one whose arms do not depend on the seed, is not
 * judged: that costs its verdict and no other's.
 */
export function judge(claim: Claim, trials: TrialsByArm): Judgement {
  try {
    switch (claim.kind) {
      case "rate":
        return judgeRate(claim, trials);
      case "statistic":
        return judgeStatistic(claim, trials);
      case "exact":
        return judgeExact(claim);
    }
  } catch (error) {
    const { message } = error as Error;
    return { kind: "not judged", claim, reason: message.replaceAll(/\s*\n\s*/g, " ") };
  }
}

function judgeRate(claim: ClaimOf<"rate">, trials: TrialsByArm): RateJudgement {
  requireSeveralOutcomes(claim.for, trials);
  const own = among(claim, tuples(claim.for, trials));
  const count = countOf(claim, "holds", own);
  const sabotaged = among(claim, tuples(claim.control.for ?? claim.for, trials));
  const control = countOf(
    { ...claim, holds: claim.control.holds ?? claim.holds },
    claim.control.holds ? "control.holds" : "holds, for the control's arms,",
    sabotaged,
  );
  return {
    kind: "rate",
    claim,
    ...decided(count, claim.atLeast),
    assertedRate: claim.atLeast,
    control: { what: claim.control.what, ...control, verdict: decided(control, claim.atLeast).verdict },
    ...effectOf(claim, own, sabotaged),
  };
}

/** The verdict for a number of successes; inconclusive without any seeds. */
function decided(count: Count, assertedRate: number): Count & { verdict: Verdict; interval: Interval } {
  const { successes, seeds } = count;
  return seeds > 0
    ? { ...count, verdict: verdictOf(successes, seeds, assertedRate), interval: clopperPearson(successes, seeds) }
    : { ...count, verdict: "inconclusive", interval: [0, 1] };
}

function judgeStatistic(claim: ClaimOf<"statistic">, trials: TrialsByArm): StatisticJudgement {
  requireSeveralOutcomes(claim.for, trials);
  const rows = (arms: string | readonly string[]) =>
    tuples(arms, trials)
      .filter((group) => group.every(({ state }) => state !== "diverged"))
      .map((group) => group.map(measured));
  const own = rows(claim.for);
  const { what, decide = claim.decide, for: controlArms = claim.for } = claim.control;
  const name = claim.control.decide ? "control.decide" : "decide, for the control's arms,";
  return {
    kind: "statistic",
    claim,
    ...decision("decide", claim.decide, own),
    seeds: own.length,
    unit: claim.unit,
    control: { what, verdict: decision(name, decide, rows(controlArms)).verdict },
  };
}

/** Asks for a claim's decision; without any seeds it is inconclusive, with an interval of all numbers. */
const decision = (name: string, decide: Decide, rows: readonly (readonly Measured[])[]): Decision =>
  rows.length > 0
    ? askDecision(name, decide, rows)
    : { verdict: "inconclusive", estimate: Number.NaN, interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] };

function judgeExact(claim: ClaimOf<"exact">): ExactJudgement {
  const { holds, detail } = askCheck("check", claim.check);
  const control = askCheck("control.check", claim.control.check);
  const verdict = (isTrue: boolean): ExactVerdict => (isTrue ? "reproduced" : "contradicted");
  return {
    kind: "exact",
    claim,
    verdict: verdict(holds),
    detail,
    control: { what: claim.control.what, verdict: verdict(control.holds), detail: control.detail },
  };
}

/** @throws {Error} if every arm of a claim comes out the same on all seeds: n equal runs are one run */
function requireSeveralOutcomes(names: string | readonly string[], trials: TrialsByArm): void {
  const arms = [...new Set([names].flat())];
  if (!arms.every((name) => haveOneOutcome(trialsOf(name, trials)))) return;
  const which = arms.map((name) => `"${name}"`).join(", ");
  const seeds = trials[arms[0]].length;
  throw new Error(
    `expected arms that depend on the seed, got one outcome, to the bit, on all ${seeds} seeds of ${which}: ` +
      "these are one run; draw something from the seed, or make it an exact claim",
  );
}

/** Trials that share a seed, one tuple a seed. */
function tuples(names: string | readonly string[], trials: TrialsByArm): Trial[][] {
  const arms = [names].flat().map((name) => trialsOf(name, trials));
  return arms[0].map((_, index) => {
    const together = arms.map((arm) => arm[index]);
    if (together.some((trial) => trial?.seed !== together[0].seed)) {
      const seeds = together.map((trial) => trial?.seed ?? "none").join(" and ");
      throw new Error(`expected trials of one seed, got seeds ${seeds}`);
    }
    return together;
  });
}

function trialsOf(name: string, trials: TrialsByArm): readonly Trial[] {
  if (!trials[name]) throw new Error(`expected trials of the arm "${name}", got none`);
  return trials[name];
}

/** The seeds that a claim speaks of; a diverged one never has the property that it asks for. */
const among = ({ among: condition }: RateClaim, groups: Trial[][]): Trial[][] =>
  condition
    ? groups.filter(
        (group) =>
          group.every(({ state }) => state !== "diverged") && askPredicate("among", condition, group.map(measured)),
      )
    : groups;

/** On how many tuples a predicate holds; those that {@link counts} leaves out are failures. */
const countOf = (claim: RateClaim, name: string, groups: readonly Trial[][]): Count => ({
  successes: groups.filter((group) => counts(claim, group) && askPredicate(name, claim.holds, group.map(measured)))
    .length,
  seeds: groups.length,
});

/**
 * A diverged trial fails every predicate it takes part in. A dead one fails a claim about itself, the first arm; as the
 * other side of a comparison it stands with what was measured, which is finite.
 */
const counts = ({ judgesDead }: RateClaim, group: readonly Trial[]): boolean =>
  (judgesDead || group[0].state === "trained") && group.every(({ state }) => state !== "diverged");

function effectOf(
  claim: RateClaim,
  own: readonly Trial[][],
  sabotaged: readonly Trial[][],
): Pick<RateJudgement, "effect"> {
  const { effect } = claim;
  if (!effect) return {};
  const valuesOf = (groups: readonly Trial[][]): number[] =>
    groups
      .filter((group) => counts(claim, group))
      .map((group) => askNumber("effect.of", effect.of, group.map(measured)))
      // Two runs that never arrive differ by ∞ − ∞.
      .filter((value) => !Number.isNaN(value));
  const values = valuesOf(own);
  if (values.length === 0) return {};
  const ofControl = comparesAsMany(claim) ? valuesOf(sabotaged) : [];
  return { effect: { unit: effect.unit, ...medianWithInterval(values), values, ofControl } };
}

/** Whether the control is about as many arms as the claim, so that the effect can be told of both. */
export const comparesAsMany = ({ for: own, control }: Pick<RateClaim, "for" | "control">): boolean =>
  [control.for ?? own].flat().length === [own].flat().length;
