import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import adjust from "@stdlib/stats-padjust";
import type { Decide, Measured } from "../language/claim.ts";

/** Probability of a false finding among all tests of one claim, in either direction. */
const level = 0.05;

/**
 * Decides whether at least half of several comparisons hold, each more often than not over the seeds. Every comparison
 * gets a one-sided sign test, corrected by Holm's method (Holm 1979); so does its opposite. Reproduced when half are
 * shown to hold, contradicted when more than half are shown not to.
 * @param compare of one seed's trials: the first arm against each of the others. Ties count against.
 */
export const atLeastHalfHold =
  (compare: (first: Measured, other: Measured) => boolean): Decide =>
  (rows) => {
    const others = rows[0].length - 1;
    const wins = Array.from({ length: others }, (_, i) => rows.filter((row) => compare(row[0], row[i + 1])).length);
    const shown = shownToHold(wins, rows.length);
    const shownNot = shownToHold(
      wins.map((won) => rows.length - won),
      rows.length,
    );
    const half = others / 2;
    const verdict = shown >= half ? "reproduced" : others - shownNot < half ? "contradicted" : "inconclusive";
    return { verdict, estimate: shown, interval: [shown, others - shownNot] };
  };

/** How many comparisons are won more often than not, by Holm's method. */
export const shownToHold = (wins: readonly number[], seeds: number): number =>
  adjust(
    wins.map((won) => upperTail(won, seeds)),
    "holm",
  ).filter((p: number) => p < level).length;

/** Probability that a fair coin wins at least this often. */
function upperTail(wins: number, seeds: number): number {
  let p = 0;
  for (let k = wins; k <= seeds; k++) p += binomialPmf(k, seeds, 0.5);
  return Math.min(1, p);
}
