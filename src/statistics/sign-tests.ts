import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import adjust from "@stdlib/stats-padjust";
import type { Decide, Measured } from "../language/claim.ts";

/**
 * Decides whether at least half of several comparisons hold, each more often than not over the seeds. Every comparison
 * gets a one-sided sign test, corrected by Holm's method (Holm 1979) with half of the level; so does its opposite, with the other
 * half. Reproduced when half are shown to hold, contradicted when more than half are shown not to.
 * @param compare of one seed's trials: whether the first arm is better than another. Where neither is better than the other the
 * seed counts for neither.
 */
export const atLeastHalfHold =
  (compare: (first: Measured, other: Measured) => boolean): Decide =>
  (rows, level) => {
    const others = rows[0].length - 1;
    const comparisons = Array.from({ length: others }, (_, i) => ({
      wins: rows.filter((row) => compare(row[0], row[i + 1])).length,
      losses: rows.filter((row) => compare(row[i + 1], row[0])).length,
    }));
    const shown = shownToHold(comparisons, level / 2);
    const shownNot = shownToHold(
      comparisons.map(({ wins, losses }) => ({ wins: losses, losses: wins })),
      level / 2,
    );
    const half = others / 2;
    const verdict = shown >= half ? "reproduced" : others - shownNot < half ? "contradicted" : "open";
    return { verdict, estimate: shown, interval: [shown, others - shownNot] };
  };

/** How many comparisons are won more often than lost, by Holm's method. @param level chance that any of them is a false one */
export const shownToHold = (
  comparisons: readonly { readonly wins: number; readonly losses: number }[],
  level: number,
): number =>
  adjust(
    comparisons.map(({ wins, losses }) => upperTail(wins, wins + losses)),
    "holm",
  ).filter((p: number) => p <= level).length;

/** Probability that a fair coin wins at least this often. */
function upperTail(wins: number, tosses: number): number {
  let p = 0;
  for (let k = wins; k <= tosses; k++) p += binomialPmf(k, tosses, 0.5);
  return Math.min(1, p);
}
