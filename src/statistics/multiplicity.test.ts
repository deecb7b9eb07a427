import { describe, expect, test } from "vitest";
import { expectedFalse, holm, logEValueOf, standing } from "./multiplicity.ts";
import { falseDecision } from "./sequential-error.ts";

const logs = (...eValues: number[]) => eValues.map(Math.log);

describe("all claims together, by e-BH", () => {
  test("the k-th largest of m e-values must reach m/(α k)", () => {
    // m = 4, α = .05: 80, 40, 26.7, 20
    expect(standing(logs(79, 30, 2, 1))).toEqual([false, false, false, false]);
    expect(standing(logs(81, 30, 2, 1))).toEqual([true, false, false, false]);
    expect(standing(logs(1, 41, 2, 41))).toEqual([false, true, false, true]);
    expect(standing(logs(21, 21, 21, 21))).toEqual([true, true, true, true]);
    expect(standing(logs(41, 39, 1, 1), 0.1)).toEqual([true, true, false, false]);
  });

  test("more claims that show nothing take findings away", () => {
    expect(standing(logs(50, 45))).toEqual([true, true]);
    expect(standing(logs(50, 45, 1, 1, 1))).toEqual([false, false, false, false, false]);
  });

  test("none, infinite and impossible evidence", () => {
    expect(standing([])).toEqual([]);
    expect(standing([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([true, false]);
    expect(() => standing([Number.NaN])).toThrow("expected logarithms of e-values, got NaN among them");
  });
});

test("a p-value becomes 1/(2 √p), whose mean over uniform p is 1", () => {
  expect(Math.exp(logEValueOf(0.0001))).toBeCloseTo(50, 10);
  expect(logEValueOf(1)).toBeCloseTo(Math.log(0.5), 12);
  // Midpoints of p = u², with dp = 2u du
  const steps = 1000;
  const mean = Array.from({ length: steps }, (_, i) => (i + 0.5) / steps).reduce(
    (sum, u) => sum + (Math.exp(logEValueOf(u * u)) * 2 * u) / steps,
    0,
  );
  expect(mean).toBeCloseTo(1, 10);
  expect(() => logEValueOf(0)).toThrow("expected a p-value above 0 and up to 1, got 0");
});

test("Holm multiplies the smallest by m, the next by m − 1, and never falls", () => {
  const pValues = [0.03, 0.01, 0.04];
  expect(holm(pValues)).toEqual([0.06, 0.03, 0.06].map((p) => expect.closeTo(p, 12)));
  expect(pValues).toEqual([0.03, 0.01, 0.04]);
  expect(holm([])).toEqual([]);
});

test("false decisions to expect are each rate's exact error at its cap and .05 a statistic", () => {
  const rate = { kind: "rate", rate: 0.75, cap: 64 } as const;
  const longer = { ...rate, cap: 1024 };
  const one = falseDecision(rate);
  expect(expectedFalse([])).toBe(0);
  expect(expectedFalse([rate, rate, longer, { kind: "statistic" }])).toBeCloseTo(
    2 * one + falseDecision(longer) + 0.05,
    12,
  );
  expect(falseDecision(longer)).toBeGreaterThan(one);
});
