import type { Claim, Decide, Decision, Measured } from "../language/claim.ts";
import { levelOfLook, looksUpTo } from "../statistics/looks.ts";
import type { Trial } from "../trial/trial.ts";
import { askCheck, askDecision } from "./ask.ts";
import { judgeRate } from "./judge-rate.ts";
import type { ClaimOf, ExactJudgement, ExactVerdict, Judgement, StatisticJudgement } from "./judgement.ts";
import { measured } from "./measured.ts";
import { requireSeveralOutcomes, type TrialsByArm, tuples } from "./tuples.ts";

export type { Judgement } from "./judgement.ts";
export type { TrialsByArm } from "./tuples.ts";

/**
 * Decides a claim and its controls from the trials that are there: fewer seeds are less evidence, and what they do not decide is
 * open. A claim whose own code fails, and one whose arms do not depend on the seed, is not judged: that costs its verdict and no
 * other's.
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
      case "untested":
        return { kind: "untested", claim };
    }
  } catch (error) {
    const { message } = error as Error;
    return { kind: "not judged", claim, reason: message.replaceAll(/\s*\n\s*/g, " ") };
  }
}

function judgeStatistic(claim: ClaimOf<"statistic">, trials: TrialsByArm): StatisticJudgement {
  requireSeveralOutcomes(claim.for, trials);
  const looked = (name: string, decide: Decide, arms: ClaimOf<"statistic">["for"]) =>
    decideAtLooks(name, decide, tuples(arms, trials), claim.cap);
  const control = (name: "negative" | "positive") => {
    const { what, decide, for: arms = claim.for } = claim.controls[name];
    const asked = decide ? `controls.${name}.decide` : `decide, for the arms of controls.${name},`;
    const { verdict, estimate, seeds } = looked(asked, decide ?? claim.decide, arms);
    return { what, verdict, estimate, seeds };
  };
  return {
    kind: "statistic",
    claim,
    ...looked("decide", claim.decide, claim.for),
    unit: claim.unit,
    controls: { negative: control("negative"), positive: control("positive") },
  };
}

type Looked = Decision & { readonly seeds: number; readonly looked: number };

/**
 * Asks for a decision at each look that there are seeds for, with the error spread over all looks up to the cap; the first that is
 * not open stands. Before the first look the estimate is shown, and nothing decided.
 */
function decideAtLooks(name: string, decide: Decide, groups: readonly Trial[][], cap: number): Looked {
  const at = (look: number): Looked => {
    const rows = finite(groups.slice(0, look));
    return { ...decision(name, decide, rows, levelOfLook(cap)), seeds: rows.length, looked: look };
  };
  const looks = looksUpTo(cap).filter((look) => look <= groups.length);
  if (looks.length === 0) return { ...at(groups.length), verdict: "open" };
  for (const look of looks) {
    const found = at(look);
    if (found.verdict !== "open") return found;
  }
  return at(looks[looks.length - 1]);
}

const finite = (groups: readonly Trial[][]): Measured[][] =>
  groups.filter((group) => group.every(({ state }) => state !== "diverged")).map((group) => group.map(measured));

/** Without any seeds it is open, with an interval of all numbers. */
const decision = (name: string, decide: Decide, rows: readonly (readonly Measured[])[], level: number): Decision =>
  rows.length > 0
    ? askDecision(name, decide, rows, level)
    : { verdict: "open", estimate: Number.NaN, interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] };

/** Algebra comes out the same however often it is asked, and may take seconds. */
const checkedOnce = new WeakMap<Claim, ExactJudgement>();

function judgeExact(claim: ClaimOf<"exact">): ExactJudgement {
  const known = checkedOnce.get(claim) ?? checkExact(claim);
  checkedOnce.set(claim, known);
  return known;
}

function checkExact(claim: ClaimOf<"exact">): ExactJudgement {
  const checked = (name: string, check: ClaimOf<"exact">["check"]) => {
    const { holds, detail } = askCheck(name, check);
    return { verdict: (holds ? "reproduced" : "contradicted") as ExactVerdict, detail };
  };
  const { negative, positive } = claim.controls;
  return {
    kind: "exact",
    claim,
    ...checked("check", claim.check),
    controls: {
      negative: { what: negative.what, ...checked("controls.negative.check", negative.check) },
      ...(positive && {
        positive: { what: positive.what, ...checked("controls.positive.check", positive.check) },
      }),
    },
  };
}
