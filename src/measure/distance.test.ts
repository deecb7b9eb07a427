import { expect, test } from "vitest";
import { distribution } from "../random/distribution.ts";
import {
  heightGap,
  isMonotone,
  kolmogorovSmirnov,
  largestStep,
  midQuantiles,
  moments,
  shareWithinOneSd,
  wasserstein1,
} from "./distance.ts";

const target = distribution({ kind: "normal", mean: 0.3, sd: 0.1 });

test("W1 of the exact quantiles is 0, and a shift by one sd is 1", () => {
  const quantiles = midQuantiles(target, 1000);
  expect(wasserstein1(quantiles, quantiles, target.sd)).toBe(0);
  expect(
    wasserstein1(
      quantiles.map((q) => q + 0.1),
      quantiles,
      target.sd,
    ),
  ).toBeCloseTo(1, 12);
});

test("W1 between N(0, 1) and N(0, 2²) is E|Z| = √(2/π)", () => {
  // |2Q − Q| averaged over p is E|Z|; the mid-point rule at 100,000 points is good to four digits
  const quantiles = midQuantiles(distribution({ kind: "normal", mean: 0, sd: 1 }), 100_000);
  expect(
    wasserstein1(
      quantiles.map((q) => 2 * q),
      quantiles,
      1,
    ),
  ).toBeCloseTo(Math.sqrt(2 / Math.PI), 4);
});

test("the exact quantiles have a KS statistic of half a step", () => {
  expect(kolmogorovSmirnov(midQuantiles(target, 500), target.cdf)).toBeCloseTo(0.5 / 500, 12);
});

test("a point mass at the median has a KS statistic of one half", () => {
  expect(kolmogorovSmirnov(new Float64Array(1000).fill(0.3), target.cdf)).toBeCloseTo(0.5, 12);
});

test("the quantile function inverts the distribution function", () => {
  for (const p of [0.001, 0.1, 0.5, 0.975]) expect(target.cdf(target.quantile(p))).toBeCloseTo(p, 12);
  expect(target.quantile(0.975)).toBeCloseTo(0.3 + 0.1 * 1.959963984540054, 12);
});

test("monotone means never turning back, in either direction", () => {
  expect(isMonotone([1, 2, 2, 3])).toBe(true);
  expect(isMonotone([3, 2, 2, 1])).toBe(true);
  expect(isMonotone([1, 2, 1.999])).toBe(false);
});

test("moments of 1 … 5", () => {
  expect(moments(Float64Array.of(1, 2, 3, 4, 5))).toEqual({ mean: 3, sd: Math.sqrt(2) });
});

test("the exact quantiles have the density's heights, in units of the target's own sd", () => {
  // A count is off by less than 2 of 10,000 in a bin of 0.6 sd.
  expect(heightGap(midQuantiles(target, 10_000), target)).toBeLessThan(2 / 10_000 / 0.6);
});

test("a point mass stands higher than the density by the rest of its bin's share", () => {
  // 0.31 lies in the bin from μ to μ + 0.6σ, whose share of a normal distribution is Φ(0.6) − Φ(0) = 0.2257468822.
  expect(heightGap(new Float64Array(500).fill(0.31), target)).toBeCloseTo((1 - 0.2257468822499265) / 0.6, 12);
});

test("samples outside three sd are missing where the density is highest", () => {
  expect(heightGap(Float64Array.of(-9, 9), target)).toBeCloseTo(0.2257468822499265 / 0.6, 12);
});

test("the share within one sd of the mean counts both ends", () => {
  expect(shareWithinOneSd(Float64Array.of(0.1, 0.25, 0.3, 0.5), target)).toBe(0.5);
  expect(shareWithinOneSd(Float64Array.of(-1, 0, 1, 2), { mean: 0, sd: 1 })).toBe(0.75);
});

test("the largest step is one between neighbours, in either direction", () => {
  expect(largestStep([0, 1, 3, 2.5])).toBe(2);
  expect(largestStep([0, -4, -3])).toBe(4);
  expect(largestStep([7])).toBe(0);
});
