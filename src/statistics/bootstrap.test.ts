import { expect, test } from "vitest";
import { bootstrapInterval, bootstrapMedian } from "./bootstrap.ts";
import { median } from "./quantile.ts";

test.each([1, 2, 5, 16, 65])("the fast interval of the median of %i values is the slow one, to the bit", (n) => {
  const values = Array.from({ length: n }, (_, i) => Math.sin(12.9898 * i));
  expect(bootstrapMedian(values)).toEqual(bootstrapInterval(values, median));
  const tied = values.map((value) => Math.round(value));
  expect(bootstrapMedian(tied)).toEqual(bootstrapInterval(tied, median));
  const never = values.map((value, i) => (i % 3 === 0 ? Number.POSITIVE_INFINITY : value));
  expect(bootstrapMedian(never)).toEqual(bootstrapInterval(never, median));
});

test("a statistic without a value on any resample has an interval of all numbers", () => {
  expect(bootstrapInterval([1, 2, 3], () => Number.NaN)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
});
