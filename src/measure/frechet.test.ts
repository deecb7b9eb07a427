import { expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { frechetDistance } from "./frechet.ts";
import { fitGaussian, type Gaussian } from "./multivariate.ts";

const gaussian = (mean: number[], covariance: number[]): Gaussian => ({
  mean: Float64Array.from(mean),
  covariance: Float64Array.from(covariance),
});

test("in one dimension it is (μ₁ − μ₂)² + (σ₁ − σ₂)²", () => {
  // N(1, 2²) and N(4, 5²): 9 + 9
  expect(frechetDistance(gaussian([1], [4]), gaussian([4], [25]))).toBeCloseTo(18, 12);
});

test("diagonal covariances add up, coordinate by coordinate", () => {
  // (0 − 1)² + (1 − 3)² and (2 − 0)² + (2 − 1)²
  expect(frechetDistance(gaussian([0, 2], [1, 0, 0, 4]), gaussian([1, 0], [9, 0, 0, 1]))).toBeCloseTo(10, 12);
});

test("covariances that do not commute: tr √(Σ₁Σ₂) = √(tr Σ₁Σ₂ + 2√det Σ₁Σ₂) in two dimensions", () => {
  // Σ₁ = [2 1; 1 2], Σ₂ = [1 0; 0 4]: Σ₁Σ₂ = [2 4; 1 8], trace 10, determinant 12; the traces themselves are 4 and 5.
  const distance = frechetDistance(gaussian([0, 0], [2, 1, 1, 2]), gaussian([0, 0], [1, 0, 0, 4]));
  expect(distance).toBeCloseTo(9 - 2 * Math.sqrt(10 + 2 * Math.sqrt(12)), 12);
});

test("a point mass is as far as the mean square: |μ|² + tr Σ", () => {
  expect(frechetDistance(gaussian([3, 4], [0, 0, 0, 0]), gaussian([0, 0], [2, 1, 1, 2]))).toBeCloseTo(29, 12);
});

test("is 0 from a Gaussian to itself, and symmetric", () => {
  const [a, b] = [fitGaussian(stream(1, "a").normals(4000), 8), fitGaussian(stream(1, "b").uniforms(4000), 8)];
  expect(frechetDistance(a, a)).toBeLessThan(1e-12);
  expect(frechetDistance(a, b)).toBeCloseTo(frechetDistance(b, a), 10);
});

test("scaling a sample by c in 128 dimensions gives (c − 1)² tr Σ, with a dead feature among them", () => {
  const d = 128;
  const samples = stream(1, "samples").normals(1000 * d);
  for (let i = 5; i < samples.length; i += d) samples[i] = 0;
  const [one, three] = [
    fitGaussian(samples, d),
    fitGaussian(
      samples.map((x) => 3 * x),
      d,
    ),
  ];
  let trace = 0;
  let shift = 0;
  for (let i = 0; i < d; i++) {
    trace += one.covariance[i * d + i];
    shift += (2 * one.mean[i]) ** 2;
  }
  // float32 rounds 3x: six digits
  expect(frechetDistance(one, three) / (4 * trace + shift)).toBeCloseTo(1, 6);
});

test("is not a number where a generator gave none", () => {
  expect(frechetDistance(gaussian([Number.NaN], [1]), gaussian([0], [1]))).toBeNaN();
  expect(frechetDistance(gaussian([0], [Number.POSITIVE_INFINITY]), gaussian([0], [1]))).toBeNaN();
});

test("Gaussians of different dimensions are rejected", () => {
  expect(() => frechetDistance(gaussian([0], [1]), gaussian([0, 0], [1, 0, 0, 1]))).toThrow(
    "expected two Gaussians of 1 dimensions, got 2",
  );
});
