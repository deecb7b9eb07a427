import ln from "@stdlib/math-base-special-ln";
import adjust from "@stdlib/stats-padjust";
import { falseDecision } from "./sequential-error.ts";

/** Share of false findings among all findings, in the mean, that the suite as a whole allows. */
const level = 0.05;

/**
 * Which findings stand when all are taken together, by e-BH (Wang and Ramdas 2022): the k with the largest e-values, for the
 * largest k whose k-th e-value is at least m/(α k). The mean share of false ones among those is α at most, however the
 * e-values depend on each other, as those of claims that share an arm do.
 * @param logEValues natural logarithms, one a test, those of undecided claims included
 * @returns of each test, in the same order, whether it stands
 */
export function standing(logEValues: readonly number[], alpha = level): boolean[] {
  if (logEValues.some(Number.isNaN)) throw new RangeError("expected logarithms of e-values, got NaN among them");
  const sorted = [...logEValues].sort((a, b) => b - a);
  const k = sorted.findLastIndex((value, i) => value >= ln(sorted.length / (alpha * (i + 1)))) + 1;
  return k === 0 ? logEValues.map(() => false) : logEValues.map((value) => value >= sorted[k - 1]);
}

/**
 * The natural logarithm of an e-value that a p-value is turned into: κ p^(κ − 1) with κ = 1/2, so 1/(2 √p) (Vovk and Wang
 * 2021). Of two one-sided p-values take twice the smaller one.
 * @throws {RangeError} unless 0 < p ≤ 1
 */
export function logEValueOf(p: number): number {
  if (!(p > 0 && p <= 1)) throw new RangeError(`expected a p-value above 0 and up to 1, got ${p}`);
  return ln(kappa) + (kappa - 1) * ln(p);
}

const kappa = 0.5;

/** p-values after Holm's correction (Holm 1979), in the same order: below α they stand together, with error α for all. */
export const holm = (pValues: readonly number[]): number[] =>
  pValues.length === 0 ? [] : adjust([...pValues], "holm");

/** What the errors of a claim follow from. */
export type Tested =
  | { readonly kind: "rate"; readonly rate: number; readonly cap: number }
  | { readonly kind: "statistic" };

/** Error of a test of a statistic over all its looks. */
const errorOfStatistic = 0.05;

/**
 * How many claims at most are decided wrongly in the mean, if the truth lies where a decision is hardest: every true rate is
 * exactly the asserted one, every statistic's null hypothesis holds. Means add up whatever the dependence between claims.
 */
export const expectedFalse = (claims: readonly Tested[]): number =>
  claims.reduce((sum, claim) => sum + (claim.kind === "rate" ? errorOf(claim.rate, claim.cap) : errorOfStatistic), 0);

const known = new Map<string, number>();

function errorOf(rate: number, cap: number): number {
  const key = `${rate} ${cap}`;
  const error = known.get(key) ?? falseDecision({ rate, cap });
  known.set(key, error);
  return error;
}
