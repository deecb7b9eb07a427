import { expect, test } from "vitest";
import type { Scalar } from "../language/arm.ts";
import { distribution } from "./distribution.ts";

const twoPeaks: Scalar = {
  kind: "mixture",
  components: [
    { weight: 0.5, mean: -1.5, sd: 0.5 },
    { weight: 0.5, mean: 1.5, sd: 0.5 },
  ],
};

test("a mixture's moments: 0, and the components' variance plus that of their means", () => {
  const { mean, sd } = distribution(twoPeaks);
  expect(mean).toBe(0);
  expect(sd).toBeCloseTo(Math.sqrt(0.5 ** 2 + 1.5 ** 2), 12);
});

test("a mixture's quantile function inverts its distribution function", () => {
  const { cdf, quantile } = distribution(twoPeaks);
  for (const p of [1e-4, 0.1, 0.25, 0.5, 0.9, 0.9999]) expect(cdf(quantile(p))).toBeCloseTo(p, 12);
  // The lower component alone: half of it lies below its mean, where the other has nothing.
  expect(quantile(0.25)).toBeCloseTo(-1.5, 8);
});

test.each<Scalar>([{ kind: "normal", mean: 0.3, sd: 0.1 }, { kind: "uniform", low: -1, high: 3 }, twoPeaks])(
  "the density of $kind is the slope of its distribution function",
  (data) => {
    const { cdf, pdf, mean, sd } = distribution(data);
    for (const z of [-1.5, -0.4, 0.1, 1.2]) {
      const x = mean + z * sd;
      const h = 1e-5 * sd;
      expect(pdf(x)).toBeCloseTo((cdf(x + h) - cdf(x - h)) / (2 * h), 5);
    }
  },
);

test("data in the plane have no quantiles", () => {
  const matrix = [
    [1, 2],
    [-0.1, 0.5],
  ] as const;
  expect(() => distribution({ kind: "affine-normal", matrix, shift: [1, 2] })).toThrow(
    "expected one-dimensional data, got affine-normal",
  );
});
