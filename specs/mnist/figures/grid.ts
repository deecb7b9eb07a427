import { numberText, roundText } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { type VerdictCell, verdictGrid } from "../../../src/figure/verdict-grid.ts";
import { titleOf } from "../../../src/language/claim.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { type Judgement, judge } from "../../../src/study/judge.ts";
import { early } from "../arms.ts";
import { isOnGrid, settings } from "../grid.ts";
import { lastIteration } from "./digits.ts";

/** Every claim at its own step sizes and at the others. */
export function drawGrid(trials: TrialsByArm, judgements: Judgements): string {
  const [soon, other] = [settings.early, settings.other].map(({ of }) => of(trials));
  const judged = [...judgements.values()]
    .filter(({ claim }) => isOnGrid(claim))
    .map((registered) => ({
      name: titleOf(registered.claim),
      registered,
      soon: judge(registered.claim, soon),
      other: judge(registered.claim, other),
    }));
  const turned = judged.filter(({ soon, other }) => isEnough(soon) !== isEnough(other));
  const iteration = `iteration ${numberText(early.grid)}`;
  const grid = verdictGrid({
    columns: [
      `as registered,\niteration ${numberText(lastIteration(trials.vanilla[0]))}`,
      `${settings.early.name},\n${iteration}`,
      `${settings.other.name},\n${iteration}`,
    ],
    rows: judged.map(({ name, registered, soon, other }) => ({
      name,
      cells: [cell(registered), cell(soon), cell(other, isEnough(soon) !== isEnough(other))],
    })),
    marginLeft: 330,
    cellWidth: 220,
  });
  return sheet([[grid]], {
    title: `Of ${judged.length} claims ${turned.length} turn round with the step size: at ${iteration} they hold often enough at one and not at the other`,
    subtitle:
      `Every claim that is about a step size, decided by the same rule, as registered on as many seeds as it took, beside it on ${trials.vanilla.length}; behind each verdict, on how many it held. ` +
      "The other step sizes: momentum 0.1 in place of 0.02 and the reverse, Adam 0.001 in place of 0.0005, the weird GAN and its rivals 0.001 in place of 0.0001. " +
      "Often enough: on a larger share of the seeds than the claim asserts, with or without a verdict. Framed: not so beside it. †: the negative control holds as well, so there the verdict says nothing. Claims about an early iteration look at that one in all three columns",
  });
}

/** Whether a claim holds on a larger share of the seeds than it asserts; a statistic, whether its estimate is above 0. */
function isEnough(judgement: Judgement): boolean {
  if (judgement.kind === "rate") return judgement.successes > judgement.assertedRate * judgement.seeds;
  return judgement.kind === "statistic" && judgement.estimate > 0;
}

/** "13/14", or the interval of a statistic; a dagger where the control holds too and the claim is not contradicted. */
function cell(judgement: Judgement, isFramed = false): VerdictCell | undefined {
  if (judgement.kind !== "rate" && judgement.kind !== "statistic") return undefined;
  const { claim, verdict, controls } = judgement;
  const held =
    judgement.kind === "rate"
      ? `${judgement.successes}/${judgement.seeds}`
      : `[${judgement.interval.map(roundText).join(", ")}]`;
  const isVoid = controls.negative.verdict === "reproduced" && verdict !== "contradicted";
  return { verdict, says: claim.says, text: isVoid ? `${held} †` : held, isFramed };
}
