import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { expect, test } from "vitest";
import { pitmanMorgan } from "./pitman-morgan.ts";

const a = [1, -1, 0.5, 0.2, -0.4, 0.1];
const b = [2, -3, 1, 4, -2, 0];

test("is Student's t of the correlation of sum and difference", () => {
  const { correlation: r, pGreater } = pitmanMorgan(a, b);
  const t = r * Math.sqrt((a.length - 2) / (1 - r * r));
  expect(tQuantile(1 - pGreater, a.length - 2)).toBeCloseTo(t, 8);
  expect(r).toBeGreaterThan(0);
  expect(pGreater).toBeLessThan(0.05);
});

test("turns round with the arms", () => {
  const [there, back] = [pitmanMorgan(a, b), pitmanMorgan(b, a)];
  expect(back.correlation).toBeCloseTo(-there.correlation, 12);
  expect(back.pLess).toBeCloseTo(there.pGreater, 12);
  expect(there.pGreater + there.pLess).toBeCloseTo(1, 12);
});

test("r² of n pairs is the share of variance: equal spreads give r = 0 whatever the correlation of the arms", () => {
  const { correlation, pGreater } = pitmanMorgan([1, 2, 3, 4], [4, 2, 3, 1]);
  expect(correlation).toBe(0);
  expect(pGreater).toBe(0.5);
});

test("two pairs are too few", () => {
  expect(() => pitmanMorgan([1, 2], [1, 3])).toThrow("expected three or more pairs, got 2");
});
