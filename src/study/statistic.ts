import { sampleCorrelation } from "simple-statistics";
import type { Decide, Decision, Measured } from "../language/claim.ts";
import { bootstrapInterval } from "../statistics/bootstrap.ts";
import { correlationTest, type PermutationTest, spreadTest, standardDeviation } from "../statistics/permutation.ts";
import { ranks } from "../statistics/ranks.ts";
import { askNumber } from "./ask.ts";

/** A number of one trial. */
type Of = (trial: Measured) => number;
type Pair = readonly [first: number, second: number];

/**
 * Decides whether two quantities rise and fall together over seeds: Spearman's rank correlation, by a permutation test on either
 * side with half of the level each. Its 95 % bootstrap interval is shown and decides nothing.
 * @param x of the first arm's trial
 * @param y of the second arm's, or of the same trial if there is one arm only
 * @param purpose names the random orders: equal seeds and purpose, equal decisions
 */
export const correlationIsAbove0 = ({ x, y, purpose }: { x: Of; y: Of; purpose: string }): Decide =>
  decideBy({ x, y }, rankCorrelation, (pairs) => correlationTest(pairs.map(first), pairs.map(second), { purpose }));

/**
 * Decides whether the first arm scatters less over seeds than the second: the standard deviation of the second arm less that of
 * the first, by a permutation test on either side with half of the level each. Its 95 % bootstrap interval is shown and decides
 * nothing.
 * @param of a number of either arm's trial; one for which a difference means the same everywhere, like a logarithm
 * @param purpose names the random exchanges: equal seeds and purpose, equal decisions
 */
export const spreadIsSmaller = ({ of, purpose }: { of: Of; purpose: string }): Decide =>
  decideBy({ x: of, y: of }, spreadGap, (pairs) => spreadTest(pairs.map(first), pairs.map(second), { purpose }));

const first = ([value]: Pair): number => value;
const second = ([, value]: Pair): number => value;

/** @param test of two pairs or more, without NaN */
const decideBy =
  (
    { x, y }: { x: Of; y: Of },
    statistic: (pairs: readonly Pair[]) => number,
    test: (pairs: Pair[]) => PermutationTest,
  ): Decide =>
  (rows, level) => {
    const pairs = rows
      .map((row): Pair => [askNumber("x", x, [row[0]]), askNumber("y", y, [row[row.length - 1]])])
      .filter((pair) => !pair.some(Number.isNaN));
    if (pairs.length < 2) return nothingSaid;
    const { estimate, pGreater, pLess } = test(pairs);
    const verdict = pGreater <= level / 2 ? "reproduced" : pLess <= level / 2 ? "contradicted" : "open";
    return { verdict, estimate, interval: bootstrapInterval(pairs, statistic) };
  };

const nothingSaid: Decision = {
  verdict: "open",
  estimate: Number.NaN,
  interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

const rankCorrelation = (pairs: readonly Pair[]): number =>
  sampleCorrelation(ranks(pairs.map(first)), ranks(pairs.map(second)));

const spreadGap = (pairs: readonly Pair[]): number =>
  standardDeviation(pairs.map(second)) - standardDeviation(pairs.map(first));
