import { describe, expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { correlationTest, spreadTest } from "./permutation.ts";
import { pitmanMorgan } from "./pitman-morgan.ts";

const purpose = "test";

describe("the rank correlation", () => {
  test("agrees with a published example (Spearman's ρ by 1 − 6 Σd²/(n (n² − 1)))", () => {
    // d² sums to 4 for ranks 2 1 4 3 5 against 1 … 5: 1 − 24/120
    expect(correlationTest([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], { purpose }).estimate).toBeCloseTo(0.8, 12);
  });

  test("of five seeds compares all 120 orders, each once", () => {
    // Perfect order: 1 of 120. One neighbouring pair exchanged (ρ = .9): the perfect order and 4 such are as extreme, 5 of 120.
    const x = [1, 2, 3, 4, 5];
    expect(correlationTest(x, [1, 4, 9, 16, 25], { purpose })).toEqual({
      estimate: 1,
      pGreater: 1 / 120,
      pLess: 1,
      isExact: true,
    });
    expect(correlationTest(x, [1, 2, 4, 3, 5], { purpose }).pGreater).toBe(5 / 120);
    expect(correlationTest(x, [5, 3, 4, 2, 1], { purpose }).pLess).toBe(5 / 120);
  });

  test("gives equal values their mean rank", () => {
    const { estimate, pGreater } = correlationTest([1, 1, 2], [5, 5, 9], { purpose });
    expect(estimate).toBe(1);
    // The 9 falls to the 2 in a third of all orders.
    expect(pGreater).toBe(1 / 3);
  });

  test("of many seeds draws orders: repeatable, never 0, and close to the exact share", () => {
    const x = Array.from({ length: 8 }, (_, i) => i);
    const perfect = correlationTest(x, x, { purpose });
    expect(perfect.isExact).toBe(false);
    expect(perfect.pGreater).toBeGreaterThanOrEqual(1 / 10_000);
    // 1 of 40,320 orders: more than two of 9,999 draws would come once in 500 tests
    expect(perfect.pGreater).toBeLessThanOrEqual(3 / 10_000);
    const y = [3, 1, 2, 0, 5, 7, 4, 6];
    expect(correlationTest(x, y, { purpose })).toEqual(correlationTest(x, y, { purpose }));
    const others = correlationTest(x, y, { purpose: "another" });
    expect(others.pGreater).not.toBe(correlationTest(x, y, { purpose }).pGreater);
    expect(others.pGreater).toBeCloseTo(correlationTest(x, y, { purpose }).pGreater, 1);
  });

  test("shows nothing where one quantity never varies", () => {
    const { estimate, pGreater, pLess } = correlationTest([1, 2, 3], [4, 4, 4], { purpose });
    expect([estimate, pGreater, pLess]).toEqual([Number.NaN, 1, 1]);
  });

  test("keeps its level at 14 seeds of independent, long-tailed values", () => {
    const rejected = levelOf(400, (a, b) =>
      correlationTest(a.map(Math.exp), b.map(Math.exp), { purpose, permutations: 199 }),
    );
    // 5 % of 400 is 20; three standard errors are 13
    expect(rejected).toBeLessThanOrEqual(33);
    expect(rejected).toBeGreaterThanOrEqual(7);
  });
});

describe("the spread", () => {
  test("of two seeds compares all four exchanges", () => {
    // Exchanges of (0, 0), (1, 9): spreads differ by +8, −8 and, with one pair exchanged, the same again.
    const { estimate, pGreater, pLess, isExact } = spreadTest([0, 1], [0, 9], { purpose });
    expect(estimate).toBeCloseTo(8 / Math.SQRT2, 12);
    expect([pGreater, pLess, isExact]).toEqual([0.5, 1, true]);
  });

  test("of an arm against itself is no difference", () => {
    const values = [3, 1, 4, 1, 5, 9];
    expect(spreadTest(values, values, { purpose })).toEqual({ estimate: 0, pGreater: 1, pLess: 1, isExact: true });
  });

  test("of the same values in another order ties with its mirror image, whatever the rounding", () => {
    const values = [0.1, 0.2, 0.3, 0.7, 0.9];
    // Rounding alone makes the two differ.
    const spreadOf = (some: readonly number[]) => some.reduce((sum, value) => sum + value * value, 0);
    expect(spreadOf(values)).not.toBe(spreadOf(values.toReversed()));
    const { pGreater, pLess } = spreadTest(values, values.toReversed(), { purpose, statistic: spreadOf });
    expect(pGreater).toBe(pLess);
  });

  test("turns round with the arms, for any measure of spread", () => {
    const [a, b] = [
      [0.1, -0.2, 0.3, 0, -0.1, 0.2],
      [3, -1, 2, -4, 5, -2],
    ];
    const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    for (const statistic of [undefined, range]) {
      const [there, back] = [spreadTest(a, b, { purpose, statistic }), spreadTest(b, a, { purpose, statistic })];
      expect(there.estimate).toBeCloseTo(-back.estimate, 12);
      expect([there.pGreater, there.pLess]).toEqual([back.pLess, back.pGreater]);
      expect(there.pGreater).toBeLessThanOrEqual(2 / 64);
    }
  });

  test("shows nothing where it cannot be measured", () => {
    const infinite = [1, 2, Number.POSITIVE_INFINITY];
    expect(spreadTest([1, 2, 3], infinite, { purpose })).toMatchObject({ pGreater: 1, pLess: 1 });
    expect(() => spreadTest([1, 2], [1, Number.NaN], { purpose })).toThrow(
      "expected numbers to test, got NaN among them",
    );
    expect(() => spreadTest([1, 2], [1], { purpose })).toThrow("got 2 and 1");
  });

  test("and Pitman and Morgan's test keep their levels at 14 normal pairs, and mostly agree", () => {
    const pValues: [number, number][] = [];
    levelOf(400, (a, b) => {
      const [by, check] = [spreadTest(a, b, { purpose, permutations: 199 }), pitmanMorgan(a, b)];
      pValues.push([by.pGreater, check.pGreater]);
      return by;
    });
    for (const which of [0, 1]) {
      const rejected = pValues.filter((pair) => pair[which] <= 0.05).length;
      expect(rejected).toBeLessThanOrEqual(33);
      expect(rejected).toBeGreaterThanOrEqual(7);
    }
    // With 199 exchanges a p-value errs by up to .035 itself; those of unrelated tests lie 1/3 apart in the mean.
    const apart = pValues.map(([one, other]) => Math.abs(one - other));
    expect(apart.reduce((sum, gap) => sum + gap, 0) / apart.length).toBeLessThan(0.06);
  });

  test("and Pitman and Morgan's test find a spread that is three times as large", () => {
    let [found, check] = [0, 0];
    levelOf(100, (a, b) => {
      const wide = b.map((value) => 3 * value);
      if (pitmanMorgan(a, wide).pGreater <= 0.05) check++;
      const by = spreadTest(a, wide, { purpose, permutations: 199 });
      if (by.pGreater <= 0.05) found++;
      return by;
    });
    expect(found).toBeGreaterThan(85);
    expect(check).toBeGreaterThan(85);
  });
});

/** How many of some data sets of 14 standard normal pairs a test rejects at 5 %, one-sided. */
function levelOf(dataSets: number, test: (a: number[], b: number[]) => { pGreater: number }): number {
  const draws = [...stream(1, "data sets under the null hypothesis").normals(dataSets * 28)];
  return Array.from({ length: dataSets }, (_, i) => draws.slice(28 * i, 28 * (i + 1))).filter(
    (values) => test(values.slice(0, 14), values.slice(14)).pGreater <= 0.05,
  ).length;
}
