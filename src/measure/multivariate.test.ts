import { expect, test } from "vitest";
import { fitGaussian, meanOf } from "./multivariate.ts";

test("mean and covariance of four points, by hand", () => {
  // Deviations from (2, 5): (−2, −1), (0, 3), (2, −1), (0, −1). Sums of products 8, 0, 12; divided by 3.
  const { mean, covariance } = fitGaussian([0, 4, 2, 8, 4, 4, 2, 4], 2);
  expect([...mean]).toEqual([2, 5]);
  expect([...covariance]).toEqual([8 / 3, 0, 0, 4]);
});

test("the covariance of a coordinate with its double is twice its variance", () => {
  const { covariance } = fitGaussian([1, 2, 2, 4, 6, 12], 2); // 1, 2, 6: deviations −2, −1, 3; variance 14/2
  expect([...covariance]).toEqual([7, 14, 14, 28]);
});

test("mean over rows", () => {
  expect([...meanOf([1, 10, 3, 20], 2)]).toEqual([2, 15]);
});

test.each([
  { numbers: [1, 2, 3], d: 3 },
  { numbers: [1, 2, 3], d: 2 },
])("$numbers are rejected as samples of $d", ({ numbers, d }) => {
  expect(() => fitGaussian(numbers, d)).toThrow(`expected at least 2 samples of ${d} numbers each, got 3 numbers`);
});
