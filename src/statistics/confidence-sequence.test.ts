import { describe, expect, test } from "vitest";
import { afterOneMore, atStart, stopped } from "./binomial-path.ts";
import { confidenceSequence, eValue, logEValue, rateIsWithin } from "./confidence-sequence.ts";

describe("the confidence sequence", () => {
  test("says nothing of no outcomes", () => {
    expect(confidenceSequence(0, 0)).toEqual([0, 1]);
  });

  test("of n of n begins where (n + 1) pⁿ = α, in closed form", () => {
    for (const n of [1, 11, 64, 1024]) {
      const [low, high] = confidenceSequence(n, n);
      expect(low).toBeCloseTo((0.05 / (n + 1)) ** (1 / n), 12);
      expect(high).toBe(1);
    }
  });

  test("mirrors, and ends where the ratio is 1/α", () => {
    const [low, high] = confidenceSequence(13, 50, 0.01);
    const [mirroredLow, mirroredHigh] = confidenceSequence(37, 50, 0.01);
    expect([1 - mirroredHigh, 1 - mirroredLow]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
    expect(eValue(13, 50, low)).toBeCloseTo(100, 8);
    expect(eValue(13, 50, high)).toBeCloseTo(100, 8);
    expect(low).toBeLessThan(0.26);
    expect(high).toBeGreaterThan(0.26);
  });

  test("leaves out the true rate, at any of 1,024 looks, with probability .05 at most: exactly", () => {
    for (const rate of [0.1, 0.5, 0.75]) {
      const ever = everStops(rate, 1024, (successes, n) => logEValue(successes, n, rate) >= Math.log(20));
      expect(ever).toBeLessThanOrEqual(0.05);
      expect(ever).toBeGreaterThan(0.01);
    }
  });

  test("what is no count is refused", () => {
    expect(() => confidenceSequence(3, 2)).toThrow("expected 0 ≤ successes ≤ n, got 3 of 2");
    expect(() => logEValue(1, 2, 1.5)).toThrow("expected a rate from 0 to 1, got 1.5");
  });
});

describe("the e-value", () => {
  test("of 11 of 11 against 1/2 is 2¹¹/12", () => {
    expect(eValue(11, 11, 0.5)).toBeCloseTo(2048 / 12, 8);
    expect(logEValue(11, 11, 0.5)).toBeCloseTo(Math.log(2048 / 12), 12);
  });

  test("of what cannot be is infinite, and of what must be finite", () => {
    expect(eValue(1, 3, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(eValue(1, 3, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(eValue(3, 3, 1)).toBeCloseTo(1 / 4, 12);
  });

  test("has mean 1 at the asserted rate, and on the asserted side of it 1 at most if only the other side counts", () => {
    for (const rate of [0.3, 0.75]) {
      for (const n of [5, 40, 300]) {
        const mean = (trueRate: number, isCounted: (successes: number) => boolean) =>
          expectation(trueRate, n, (s) => (isCounted(s) ? eValue(s, n, rate) : 0));
        expect(mean(rate, () => true)).toBeCloseTo(1, 8);
        for (const distance of [0, 0.05, 0.2]) {
          expect(mean(rate - distance, (s) => s > rate * n)).toBeLessThanOrEqual(1);
          expect(mean(rate + distance, (s) => s < rate * n)).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

describe("a rate between two others", () => {
  test("is shown where the whole confidence sequence is", () => {
    for (const [successes, n] of [
      [512, 1024],
      [70, 128],
      [30, 64],
      [560, 1024],
      [0, 100],
    ] as const) {
      for (const [low, high] of [
        [0.4, 0.6],
        [0.45, 0.55],
        [0, 0.2],
        [0.5, 1],
      ] as const) {
        const [from, to] = confidenceSequence(successes, n);
        const isInside = (low === 0 || from > low) && (high === 1 || to < high);
        expect(rateIsWithin(successes, n, low, high)).toBe(isInside);
      }
    }
    expect(rateIsWithin(512, 1024, 0.4, 0.6)).toBe(true);
    expect(rateIsWithin(8, 16, 0.4, 0.6)).toBe(false);
  });

  test("is shown of a bound with probability .05 at most, at any of 1,024 looks: exactly", () => {
    for (const [low, high] of [
      [0.4, 0.6],
      [0.6, 0.9],
      [0.8, 1],
    ] as const) {
      for (const rate of [low, high].filter((bound) => bound < 1)) {
        const ever = everStops(rate, 1024, (successes, n) => rateIsWithin(successes, n, low, high));
        expect(ever).toBeLessThanOrEqual(0.05);
        expect(ever).toBeGreaterThan(0.001);
      }
    }
    // and it is not idle: the middle is shown
    expect(everStops(0.5, 1024, (successes, n) => rateIsWithin(successes, n, 0.4, 0.6))).toBeGreaterThan(0.9);
  });

  test("needs a low and a high", () => {
    expect(() => rateIsWithin(1, 2, 0.6, 0.4)).toThrow("expected 0 ≤ low < high ≤ 1, got 0.6 and 0.4");
  });
});

/** Probability that a walk ever meets a condition, up to a cap. */
function everStops(rate: number, cap: number, stops: (successes: number, n: number) => boolean): number {
  let [path, ever] = [atStart, 0];
  for (let n = 1; n <= cap; n++) {
    path = afterOneMore(path, rate);
    const mass = path.mass.map((share, i) => {
      if (share === 0 || !stops(path.from + i, n)) return share;
      ever += share;
      return 0;
    });
    // What is less probable than a float64's smallest share of 1 changes nothing; without it the walk stays narrow.
    const isGoing = (share: number) => share > 1e-18;
    const [first, last] = [mass.findIndex(isGoing), mass.findLastIndex(isGoing)];
    path = stopped({ from: path.from, mass }, path.from + first - 1, path.from + last + 1).going;
  }
  return ever;
}

function expectation(rate: number, n: number, value: (successes: number) => number): number {
  let path = atStart;
  for (let i = 0; i < n; i++) path = afterOneMore(path, rate);
  return path.mass.reduce((sum, share, successes) => sum + share * value(successes), 0);
}
