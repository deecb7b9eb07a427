import { expect, test } from "vitest";
import { ranks } from "./ranks.ts";

test("equal values share the mean of their ranks", () => {
  expect(ranks([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5]);
  expect(ranks([7, 7, 7])).toEqual([2, 2, 2]);
  expect(ranks([])).toEqual([]);
});

test("infinite values have ranks, NaN has none", () => {
  const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
  expect(ranks([POSITIVE_INFINITY, 0, NEGATIVE_INFINITY, POSITIVE_INFINITY])).toEqual([3.5, 2, 1, 3.5]);
  expect(() => ranks([1, Number.NaN])).toThrow("expected numbers to rank, got NaN among them");
});
