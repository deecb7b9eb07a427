import { expect, test } from "vitest";
import {
  affineGaussian,
  bhattacharyya,
  correlation,
  covarianceError,
  eigenvalueRatio,
  fittedGaussian,
  type PlaneGaussian,
  totalDeviation,
  wasserstein2,
} from "./gaussian.ts";

/** The tilted Gaussian of source 1: A = [[1, 2], [−.1, .5]], so AᵀA = [[1.01, 1.95], [1.95, 4.25]]. */
const tilted = affineGaussian(
  [
    [1, 2],
    [-0.1, 0.5],
  ],
  [1, 2],
);
const round = (mean: [number, number], variance: number): PlaneGaussian => ({
  mean,
  covariance: { xx: variance, xy: 0, yy: variance },
});

test("n·A + b is N(b, AᵀA)", () => {
  expect(tilted.mean).toEqual([1, 2]);
  expect(tilted.covariance.xx).toBeCloseTo(1.01, 12);
  expect(tilted.covariance.xy).toBeCloseTo(1.95, 12);
  expect(tilted.covariance.yy).toBeCloseTo(4.25, 12);
});

test("the fitted Gaussian has the points' moments", () => {
  // The corners of a 2 × 4 rectangle around (1, 2).
  const { mean, covariance } = fittedGaussian([0, 0, 2, 0, 0, 4, 2, 4]);
  expect(mean).toEqual([1, 2]);
  expect(covariance).toEqual({ xx: 1, xy: 0, yy: 4 });
});

test("W2 of round Gaussians: the means' distance and twice the squared difference of the deviations", () => {
  expect(wasserstein2(round([0, 0], 1), round([3, 4], 9))).toBeCloseTo(Math.sqrt(25 + 2 * (3 - 1) ** 2), 12);
});

test("W2 to a point is the root mean square distance to it", () => {
  expect(wasserstein2(tilted, round([1, 2], 0))).toBeCloseTo(Math.sqrt(1.01 + 4.25), 12);
});

test("W2 of commuting covariances: the squared differences of the axes' deviations", () => {
  const along = (x: number, y: number): PlaneGaussian => ({
    mean: [0, 0],
    covariance: { xx: x * x, xy: 0, yy: y * y },
  });
  expect(wasserstein2(along(1, 5), along(2, 3))).toBeCloseTo(Math.sqrt(1 + 4), 12);
});

test("a distribution is no distance from itself and overlaps itself whole", () => {
  expect(wasserstein2(tilted, tilted)).toBeLessThan(1e-7);
  expect(bhattacharyya(tilted, tilted)).toBeCloseTo(1, 12);
  expect(covarianceError(tilted, tilted)).toBe(0);
  expect(eigenvalueRatio(tilted, tilted)).toBe(1);
});

test("the overlap of two unit Gaussians d apart is exp(−d²/8)", () => {
  expect(bhattacharyya(round([0, 0], 1), round([1, 1], 1))).toBeCloseTo(Math.exp(-2 / 8), 12);
});

test("the overlap of two deviations at one mean is 2σ₁σ₂/(σ₁² + σ₂²) in the plane", () => {
  expect(bhattacharyya(round([0, 0], 1), round([0, 0], 9))).toBeCloseTo((2 * 1 * 3) / (1 + 9), 12);
});

test("a point overlaps nothing", () => {
  expect(bhattacharyya(round([1, 2], 0), tilted)).toBe(0);
  expect(eigenvalueRatio(round([1, 2], 0), tilted)).toBe(0);
  expect(correlation(round([1, 2], 0))).toBe(0);
});

test("correlation, covariance error and the smallest eigenvalue, by hand", () => {
  expect(correlation(tilted)).toBeCloseTo(1.95 / Math.sqrt(1.01 * 4.25), 12);
  // Against the identity: entries .01, 1.95 twice, 3.25; its own norm is √2.
  expect(covarianceError(tilted, round([0, 0], 1))).toBeCloseTo(
    Math.sqrt(0.01 ** 2 + 2 * 1.95 ** 2 + 3.25 ** 2) / Math.SQRT2,
    12,
  );
  // λ² − 5.26 λ + .49 = 0
  expect(eigenvalueRatio(tilted, round([0, 0], 1))).toBeCloseTo((5.26 - Math.sqrt(5.26 ** 2 - 4 * 0.49)) / 2, 12);
  expect(totalDeviation(tilted)).toBeCloseTo(Math.sqrt(5.26), 12);
});
