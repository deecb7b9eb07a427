import { describe, expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { clopperPearson, expectedFalseVerdicts, verdictOf, verdictProbabilities } from "./verdict.ts";

describe("the exact interval", () => {
  test("of n of n is [(α/2)^(1/n), 1], in closed form", () => {
    for (const n of [1, 6, 16, 64]) {
      const [low, high] = clopperPearson(n, n);
      expect(low).toBeCloseTo(0.025 ** (1 / n), 10);
      expect(high).toBe(1);
    }
  });

  test("agrees with published values (Agresti and Coull 1998, 5 of 10: 0.187 … 0.813)", () => {
    const [low, high] = clopperPearson(5, 10);
    expect(low).toBeCloseTo(0.187, 3);
    expect(high).toBeCloseTo(0.813, 3);
  });

  test("mirrors when successes and failures trade places", () => {
    const [low, high] = clopperPearson(3, 17);
    const [mirroredLow, mirroredHigh] = clopperPearson(14, 17);
    expect(mirroredLow).toBeCloseTo(1 - high, 10);
    expect(mirroredHigh).toBeCloseTo(1 - low, 10);
  });

  test("anything that is not a count is rejected", () => {
    expect(() => clopperPearson(3, 2)).toThrow("expected 0 ≤ successes ≤ seeds and seeds ≥ 1, got 3 of 2");
    expect(() => clopperPearson(0, 0)).toThrow(RangeError);
    expect(() => clopperPearson(Number.NaN, 5)).toThrow(RangeError);
  });
});

describe("the rule", () => {
  test.each([
    // the registered numbers of seeds: 16 of 16 clears ¾, 6 of 6 clears ½, 64 tell .88 from .75
    [16, 16, 0.75, "reproduced"],
    [15, 16, 0.75, "inconclusive"],
    [6, 6, 0.5, "reproduced"],
    [5, 5, 0.5, "inconclusive"],
    [56, 64, 0.75, "reproduced"],
    [38, 64, 0.75, "contradicted"],
    [0, 6, 0.5, "contradicted"],
    [8, 16, 0.5, "inconclusive"],
  ] as const)("%i of %i against %f is %s", (successes, seeds, rate, verdict) => {
    expect(verdictOf(successes, seeds, rate)).toBe(verdict);
  });

  test("more successes never weaken a verdict", () => {
    const order = { contradicted: 0, inconclusive: 1, reproduced: 2 };
    for (const rate of [0.5, 0.75, 0.9]) {
      for (const seeds of [6, 16, 64]) {
        for (let k = 1; k <= seeds; k++) {
          expect(order[verdictOf(k, seeds, rate)]).toBeGreaterThanOrEqual(order[verdictOf(k - 1, seeds, rate)]);
        }
      }
    }
  });

  test("decides falsely in at most 5 % of cases, 2.5 % a side, at the rate where it is hardest", () => {
    for (const rate of [0.5, 0.75, 0.9]) {
      for (const seeds of [6, 14, 16, 64, 1000]) {
        const { reproduced, contradicted } = verdictProbabilities(rate, seeds, rate);
        expect(reproduced).toBeLessThanOrEqual(0.025);
        expect(contradicted).toBeLessThanOrEqual(0.025);
      }
    }
  });

  test("says reproduced of a claim that is false in at most 2.5 % of simulated studies", () => {
    // 20,000 studies of 16 seeds at a true rate just below the asserted one; 3 standard errors of 2.5 % are 0.33 %
    for (const asserted of [0.5, 0.75]) {
      const seen = simulate({ studies: 20_000, seeds: 16, trueRate: asserted - 0.001, asserted });
      expect(seen.reproduced / 20_000).toBeLessThan(0.025 + 0.0033);
      // and the simulation is not idle: the enumerated rate is met
      const exact = verdictProbabilities(asserted - 0.001, 16, asserted).reproduced;
      expect(Math.abs(seen.reproduced / 20_000 - exact)).toBeLessThan(0.0033);
    }
  });

  test("finds a clear effect: a rate of .98 against .75 in nine of ten studies of 64 seeds", () => {
    const seen = simulate({ studies: 2_000, seeds: 64, trueRate: 0.98, asserted: 0.75 });
    expect(seen.reproduced / 2_000).toBeGreaterThan(0.9);
    expect(seen.contradicted).toBe(0);
  });
});

test("false verdicts expected among claims add up", () => {
  const one = verdictProbabilities(0.5, 16, 0.5);
  const claims = Array.from({ length: 20 }, () => ({ seeds: 16, assertedRate: 0.5 }));
  expect(expectedFalseVerdicts(claims)).toBeCloseTo(20 * (one.reproduced + one.contradicted), 10);
  expect(expectedFalseVerdicts(claims)).toBeLessThan(1);
  expect(expectedFalseVerdicts(claims)).toBeGreaterThan(0);
});

function simulate({
  studies,
  seeds,
  trueRate,
  asserted,
}: Record<"studies" | "seeds" | "trueRate" | "asserted", number>) {
  const seen = { reproduced: 0, contradicted: 0, inconclusive: 0 };
  const draws = stream(1, "simulated studies").uniforms(studies * seeds);
  for (let study = 0; study < studies; study++) {
    let successes = 0;
    for (let k = 0; k < seeds; k++) if (draws[study * seeds + k] < trueRate) successes++;
    seen[verdictOf(successes, seeds, asserted)]++;
  }
  return seen;
}
