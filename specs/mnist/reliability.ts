/** Which of several arms is the most reliable: whose ln Fréchet distance spreads least over seeds. */
import type { Decide, Decision, Measured } from "../../src/language/claim.ts";
import { spreadIsSmaller } from "../../src/study/statistic.ts";
import { logDistance } from "./claims/measures.ts";

type Rows = readonly (readonly Measured[])[];

/**
 * Of two arms, the first spreads less. Each arm's mean is taken off first: exchanging the values of arms that end in different places
 * would show that, and hide how they spread. The level then holds for values that are nearly normal and not for skewed ones, which is
 * why logarithms are compared.
 */
export const spreadsLess: Decide = (rows, level) =>
  spreadIsSmaller({ of: logDistance, purpose: "mnist/reliability" })(centred(rows), level);

const centred = (rows: Rows): Rows => {
  const means = rows[0].map((_, arm) => mean(rows.map((row) => logDistance(row[arm]))));
  return rows.map((row) => row.map((trial, arm) => ending(trial, Math.exp(logDistance(trial) - means[arm]))));
};

/**
 * The first arm spreads less than each of the others: shown if each comparison shows it, refuted if one of them refutes it at its
 * share of the error (Bonferroni). Told is the rival that spreads least, by the comparison's own estimate.
 */
export const spreadsLeast: Decide = (rows, level) => {
  const rivals = rows[0].slice(1).map((_, i) => rows.map((row) => [row[0], row[i + 1]]));
  const decisions = rivals.map((pairs) => spreadsLess(pairs, level));
  const refuted = rivals.some((pairs) => spreadsLess(pairs, level / rivals.length).verdict === "contradicted");
  const shown = decisions.every(({ verdict }) => verdict === "reproduced");
  const { estimate, interval } = decisions.reduce((a, b) => (b.estimate < a.estimate ? b : a));
  return { verdict: refuted ? "contradicted" : shown ? "reproduced" : "open", estimate, interval } satisfies Decision;
};

/**
 * The same arm in every place, from other seeds: seed i in the first, i + 1 in the second, and so on. Nothing spreads more than
 * itself.
 */
export const onOtherSeeds =
  (decide: Decide): Decide =>
  (rows, level) =>
    decide(
      rows.map((row, i) => row.map((_, place) => at(rows, i + place)[place])),
      level,
    );

/** In every other place a run that ends e times as near as the first arm in the mean and one e times as far, in turns. */
export const againstExtremes =
  (decide: Decide): Decide =>
  (rows, level) => {
    const middle = mean(rows.map(([first]) => logDistance(first)));
    const extreme = (trial: Measured, turn: number) => ending(trial, Math.exp(middle + (turn % 2 === 0 ? 1 : -1)));
    return decide(
      rows.map(([first, ...others], i) => [first, ...others.map((other, place) => extreme(other, i + place))]),
      level,
    );
  };

const at = <T>(values: readonly T[], i: number): T => values[i % values.length];

const ending = (trial: Measured, frechet: number): Measured => ({ ...trial, end: { ...trial.end, frechet } });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
