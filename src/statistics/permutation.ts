import { drawLength, stream } from "../random/stream.ts";
import { ranks } from "./ranks.ts";
import { shuffle } from "./shuffle.ts";

/** A test whose level holds at every number of seeds, as it compares the data with rearrangements of themselves. */
export interface PermutationTest {
  /** The statistic of the data as they are. */
  readonly estimate: number;
  /** Share of the arrangements whose statistic is as large or larger. */
  readonly pGreater: number;
  /** Share of the arrangements whose statistic is as small or smaller. */
  readonly pLess: number;
  /** All arrangements were compared, and not a random choice of them. */
  readonly isExact: boolean;
}

export interface PermutationOptions {
  /** Names the stream that arrangements are drawn from: equal data and purpose, equal p-values. */
  readonly purpose: string;
  /** How many are drawn where there are too many for all. */
  readonly permutations?: number;
}

/** With these the smallest p-value is 1 of 10,000. */
const usualPermutations = 9999;

/** The most pairs of which all orders are compared: 7! = 5,040. */
const mostOrdered = 7;

/** The most pairs of which all exchanges are compared: 2¹² = 4,096. */
const mostExchanged = 12;

/**
 * Whether two quantities of the same seeds rise and fall together: Spearman's rank correlation ρ (mean ranks for ties).
 * Null hypothesis: the second is independent of the first, so that every order of its values was as probable. p-values are
 * those of all orders for up to 7 pairs, else (1 + c)/(1 + m) with c of m random orders as extreme (Phipson and Smyth 2010).
 * @param x one value a seed
 * @param y of the same seeds; ρ is NaN and both p-values are 1 if either has one value only
 * @throws {RangeError} for unequal lengths, fewer than two pairs, or NaN
 */
export function correlationTest(
  x: readonly number[],
  y: readonly number[],
  { purpose, permutations = usualPermutations }: PermutationOptions,
): PermutationTest {
  checkPairs(x, y);
  const [first, second] = [centeredRanks(x), centeredRanks(y)];
  // Sums of whole numbers are exact, so that equal arrangements tie.
  const observed = product(first, second);
  const estimate = observed / Math.sqrt(product(first, first) * product(second, second));
  const count = counter(observed);
  const isExact = x.length <= mostOrdered;
  if (isExact) {
    for (const order of ordersOf(second)) count.add(product(first, order));
  } else {
    const draws = stream(1, `permutation test/${purpose}`);
    count.add(observed);
    for (let r = 0; r < permutations; r++) {
      shuffle(second, draws.uniforms(second.length, r * drawLength(second.length)));
      count.add(product(first, second));
    }
  }
  return { estimate, ...count.shares(), isExact };
}

/**
 * Whether one arm scatters more than another over the same seeds: the difference of a measure of spread, b minus a, against
 * exchanges of the two values of seeds. Null hypothesis: each pair's values are exchangeable, so the arms have one
 * distribution, not the same spread only; arms that differ in their means widen the null distribution and cost power.
 * p-values are those of all exchanges for up to 12 pairs, else (1 + c)/(1 + m) as in {@link correlationTest}.
 * @param a one value a seed
 * @param b of the same seeds
 * @param statistic the measure of spread of one arm's values; both p-values are 1 where it is NaN
 * @throws {RangeError} for unequal lengths, fewer than two pairs, or NaN
 */
export function spreadTest(
  a: readonly number[],
  b: readonly number[],
  {
    purpose,
    permutations = usualPermutations,
    statistic = standardDeviation,
  }: PermutationOptions & { readonly statistic?: (values: readonly number[]) => number },
): PermutationTest {
  checkPairs(a, b);
  const n = a.length;
  const difference = (isExchanged: (i: number) => boolean) => {
    const [left, right] = [[...a], [...b]];
    for (let i = 0; i < n; i++) if (isExchanged(i)) [left[i], right[i]] = [b[i], a[i]];
    return statistic(right) - statistic(left);
  };
  const estimate = difference(() => false);
  // Sums in another order differ in their last bits, and must tie all the same.
  const count = counter(estimate, 1e-12 * (Math.abs(statistic(a)) + Math.abs(statistic(b))));
  const isExact = n <= mostExchanged;
  if (isExact) {
    for (let bits = 0; bits < 2 ** n; bits++) count.add(difference((i) => ((bits >> i) & 1) === 1));
  } else {
    const draws = stream(1, `permutation test/${purpose}`);
    count.add(estimate);
    for (let r = 0; r < permutations; r++) {
      const uniforms = draws.uniforms(n, r * drawLength(n));
      count.add(difference((i) => uniforms[i] < 0.5));
    }
  }
  return { estimate, ...count.shares(), isExact };
}

/** Standard deviation of a sample, with n − 1. */
export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1));
}

export function checkPairs(a: readonly number[], b: readonly number[]): void {
  if (a.length !== b.length || a.length < 2) {
    throw new RangeError(`expected two values for each of two or more seeds, got ${a.length} and ${b.length}`);
  }
  if (a.some(Number.isNaN) || b.some(Number.isNaN))
    throw new RangeError("expected numbers to test, got NaN among them");
}

/** Twice the distance of each rank from the mean rank: a whole number, ties or not. */
const centeredRanks = (values: readonly number[]): Float64Array =>
  Float64Array.from(ranks(values), (rank) => 2 * rank - (values.length + 1));

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Counts arrangements as extreme as the data. NaN counts as extreme on both sides, which never makes p too small. */
function counter(observed: number, slack = 0) {
  let [all, asLarge, asSmall] = [0, 0, 0];
  return {
    add(value: number): void {
      all++;
      if (!(value < observed - slack)) asLarge++;
      if (!(value > observed + slack)) asSmall++;
    },
    shares: () => ({ pGreater: asLarge / all, pLess: asSmall / all }),
  };
}

/** All orders of some values, each in the same array (Heap 1963). */
function* ordersOf(values: Float64Array, length = values.length): Generator<Float64Array> {
  if (length <= 1) {
    yield values;
    return;
  }
  for (let i = 0; i < length; i++) {
    yield* ordersOf(values, length - 1);
    const j = length % 2 === 0 ? i : 0;
    [values[j], values[length - 1]] = [values[length - 1], values[j]];
  }
}
