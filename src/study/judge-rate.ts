import type { Measured } from "../language/claim.ts";
import { allPairs } from "../statistics/all-pairs.ts";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { medianWithInterval } from "../statistics/effect.ts";
import { decideRate, neededAt } from "../statistics/sequential-boundary.ts";
import type { Trial } from "../trial/trial.ts";
import { askNumber, askPredicate } from "./ask.ts";
import { decideOutcomes, errorOfControl, type Outcome, type Rule } from "./decide-outcomes.ts";
import { isBetter } from "./judged-claim.ts";
import type { ClaimOf, ComparedArms, ControlCount, RateJudgement } from "./judgement.ts";
import { measured } from "./measured.ts";
import { requireSeveralOutcomes, type TrialsByArm, tuples } from "./tuples.ts";

type Rate = ClaimOf<"rate">;

/**
 * Decides a rate one seed after the other. A diverged trial fails every predicate it takes part in; but where the second arm of a
 * comparison diverged, which is no failure of the first, it counts as a tie. A dead one fails a claim about itself, the first arm;
 * as the other side of a comparison it stands with what was measured, which is finite.
 */
export function judgeRate(claim: Rate, trials: TrialsByArm): RateJudgement {
  requireSeveralOutcomes(claim.for, trials);
  const groups = tuples(claim.for, trials);
  const found = decideOutcomes(outcomesOf(claim, groups, claim.holds, "holds"), ruleOf(claim));
  const looked = groups.slice(0, found.looked);
  return {
    kind: "rate",
    claim,
    assertedRate: claim.atLeast,
    ...found,
    interval: confidenceSequence(found.successes, found.seeds),
    sufficient: sufficientAt(claim.atLeast, found.seeds),
    controls: { negative: negativeControl(claim, trials), positive: control(claim, "positive", trials) },
    ...effectOf(claim, looked, found.outcomes),
    ...comparedArms(claim, looked, found.outcomes),
  };
}

/** What can be reached of what would have decided; of no seeds nothing can. */
function sufficientAt(rate: number, seeds: number): RateJudgement["sufficient"] {
  if (seeds === 0) return {};
  const { above, below } = neededAt(rate, seeds);
  return { ...(above <= seeds && { above }), ...(below >= 0 && { below }) };
}

/** One outcome a seed. @param name of the predicate, for messages */
export function outcomesOf(claim: Rate, groups: readonly Trial[][], holds: Rate["holds"], name: string): Outcome[] {
  return groups.map((group): Outcome => {
    const hasNumbers = group.every(({ state }) => state !== "diverged");
    if (claim.among && !(hasNumbers && askPredicate("among", claim.among, group.map(measured)))) return ".";
    if (claim.comparison && group[1].state === "diverged") return "=";
    if (!counts(claim, group)) return "-";
    const seen = group.map(measured);
    if (askPredicate(name, holds, seen)) return "+";
    return claim.comparison && !isBetter(claim.comparison, seen[1], seen[0]) ? "=" : "-";
  });
}

export const ruleOf = ({ atLeast: rate, cap, comparison }: Rate): Rule => ({
  rate,
  cap,
  isComparison: comparison !== undefined,
});

const counts = ({ judgesDead }: Rate, group: readonly Trial[]): boolean =>
  (judgesDead || group[0].state === "trained") && group.every(({ state }) => state !== "diverged");

function control(claim: Rate, name: "negative" | "positive", trials: TrialsByArm): ControlCount {
  const { what, for: arms = claim.for, holds } = claim.controls[name];
  const asked = holds ? `controls.${name}.holds` : `holds, for the arms of controls.${name},`;
  const outcomes = outcomesOf(claim, tuples(arms, trials), holds ?? claim.holds, asked);
  const { verdict, successes, seeds } = decideOutcomes(outcomes, ruleOf(claim));
  return { what, verdict, successes, seeds };
}

/**
 * The second arm of a comparison against itself: each trial against the one of the next seed, in pairs that share none. Both
 * sides are treated alike, unlike those of the claim: a dead run stands with what was measured, and a pair with a diverged one
 * is left out. Else an arm that often dies would lose against itself.
 */
function negativeControl(claim: Rate, trials: TrialsByArm): ControlCount {
  const { comparison } = claim;
  if (!comparison) return control(claim, "negative", trials);
  const { what, for: [other] = [] } = claim.controls.negative;
  const own = tuples(other as string, trials).flat();
  const pairs = Array.from({ length: Math.floor(own.length / 2) }, (_, pair) => own.slice(2 * pair, 2 * pair + 2));
  const known = pairs.filter((pair) => pair.every(({ state }) => state !== "diverged"));
  const held = outcomesOf({ ...claim, judgesDead: true }, known, claim.holds, "holds, for controls.negative,")
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
function effectOf(claim: Rate, groups: readonly Trial[][], outcomes: string): Pick<RateJudgement, "effect"> {
  const { effect } = claim;
  if (!effect) return {};
  const values = groups.map((group, index) =>
    outcomes[index] !== "." && counts(claim, group)
      ? askNumber("effect.of", effect.of, group.map(measured))
      : Number.NaN,
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
