import { expect, test } from "vitest";
import { medianWithInterval } from "./effect.ts";
import { median, quantile } from "./quantile.ts";

test("quantiles interpolate like R's type 7", () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(median([3, 1, 2])).toBe(2);
});

test("runs that never arrive do not spoil a median", () => {
  expect(median([1, 2, Number.POSITIVE_INFINITY])).toBe(2);
  expect(median([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
});

test("the interval holds the median and narrows with the sample", () => {
  const sample = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(i * 12.9898) * 10);
  const [few, many] = [medianWithInterval(sample(20)), medianWithInterval(sample(500))];
  for (const { median, interval } of [few, many]) {
    expect(interval[0]).toBeLessThanOrEqual(median);
    expect(interval[1]).toBeGreaterThanOrEqual(median);
  }
  expect(many.interval[1] - many.interval[0]).toBeLessThan(few.interval[1] - few.interval[0]);
});

test("equal values give the same interval every time", () => {
  const values = [0.3, 0.1, 0.7, 0.2, 0.9];
  expect(medianWithInterval(values)).toEqual(medianWithInterval(values));
});
