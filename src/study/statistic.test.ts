import { sampleRankCorrelation } from "simple-statistics";
import { expect, test } from "vitest";
import type { Measured } from "../language/claim.ts";
import { liesAbove } from "./statistic.ts";

const rows = (pairs: readonly (readonly [number, number])[]): Measured[][] =>
  pairs.map(([mean, sd], i) => [{ seed: i + 1, end: { mean, sd } as Measured["end"], at: () => Number.NaN }]);

const rankCorrelation = liesAbove(0, (seeds) =>
  sampleRankCorrelation(
    seeds.map(([{ end }]) => end.mean),
    seeds.map(([{ end }]) => end.sd),
  ),
);

const along = (sign: number) =>
  rows(Array.from({ length: 20 }, (_, i) => [i, sign * (i + 5 * Math.sin(7 * i))] as const));

test("an interval wholly above the bound reproduces, wholly below contradicts", () => {
  expect(rankCorrelation(along(1)).verdict).toBe("reproduced");
  expect(rankCorrelation(along(-1)).verdict).toBe("contradicted");
});

test("an interval that holds the bound is inconclusive, and the estimate lies in it", () => {
  const { verdict, estimate, interval } = rankCorrelation(
    rows([...Array(12)].map((_, i) => [i, (5 * i) % 12] as const)),
  );
  expect(verdict).toBe("inconclusive");
  expect(interval[0]).toBeLessThan(estimate);
  expect(interval[1]).toBeGreaterThan(estimate);
});

test("five seeds in perfect order decide nothing, six do", () => {
  const inOrder = (n: number) => rows(Array.from({ length: n }, (_, i) => [i, i] as const));
  expect(rankCorrelation(inOrder(2)).verdict).toBe("inconclusive");
  expect(rankCorrelation(inOrder(5)).verdict).toBe("inconclusive");
  expect(rankCorrelation(inOrder(6)).verdict).toBe("reproduced");
});

test("a statistic without a value on any resample decides nothing", () => {
  expect(rankCorrelation(rows([...Array(8)].map((_, i) => [i, 1] as const))).verdict).toBe("inconclusive");
});
