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
  const changed = judged.filter(({ soon, other }) => verdictIn(soon) !== verdictIn(other));
  const turned = changed.filter(({ soon, other }) => isFirm(soon) && isFirm(other));
  const iteration = `iteration ${numberText(early.grid)}`;
  const grid = verdictGrid({
    columns: [
      `as registered,\niteration ${numberText(lastIteration(trials.vanilla[0]))}`,
      `${settings.early.name},\n${iteration}`,
      `${settings.other.name},\n${iteration}`,
    ],
    rows: judged.map(({ name, registered, soon, other }) => ({
      name,
      cells: [cell(registered), cell(soon), cell(other, verdictIn(soon) !== verdictIn(other))],
    })),
    marginLeft: 260,
  });
  return sheet([[grid]], {
    title: `At the other step sizes ${changed.length} of ${judged.length} claims get another verdict at ${iteration}, ${turned.length} of them the opposite`,
    subtitle:
      `Every claim that is about a step size, decided by the same rule, as registered on as many seeds as it took, beside it on ${trials.vanilla.length}; behind each verdict, on how many it held. ` +
      "The other step sizes: momentum 0.1 in place of 0.02 and the reverse, Adam 0.001 in place of 0.0005, the weird GAN and its rivals 0.001 in place of 0.0001. " +
      "Framed: another verdict than beside it. †: the negative control holds as well, so there the verdict says nothing. Claims about an early iteration look at that one in all three columns",
  });
}

const isFirm = (judgement: Judgement): boolean => !["open", "equivalent", undefined].includes(verdictIn(judgement));

const verdictIn = (judgement: Judgement) =>
  judgement.kind === "rate" || judgement.kind === "statistic" ? judgement.verdict : undefined;

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
