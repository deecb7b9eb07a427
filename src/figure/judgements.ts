import type { Judgements } from "../study/figure.ts";
import type { Judgement } from "../study/judge.ts";
import type { RateJudgement } from "../study/judgement.ts";

/** Judgements by the ids of their claims, as a figure looks them up. */
export const byClaim = (judgements: readonly Judgement[]): Judgements =>
  new Map(judgements.map((judgement) => [judgement.claim.id, judgement]));

/**
 * The counts that a verdict was made from, of the claim and of its controls: a title that repeats it cannot differ from the table
 * of verdicts.
 * @throws {RangeError} if the claim was not judged, or the claim is not about a rate over seeds
 */
export function countOf(judgements: Judgements, id: string): Pick<RateJudgement, "successes" | "seeds" | "controls"> {
  const judgement = judgements.get(id);
  if (!judgement) {
    throw new RangeError(`expected a claim that was judged (${[...judgements.keys()].join(", ")}), got "${id}"`);
  }
  if (judgement.kind !== "rate") {
    throw new RangeError(`expected a claim about a rate over seeds, got ${id}, which is ${judgement.kind}`);
  }
  return judgement;
}
