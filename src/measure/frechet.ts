import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Gaussian } from "./multivariate.ts";

/**
 * Fréchet distance between two Gaussians as the FID states it (Dowson and Landau 1982; Heusel et al. 2017, (6)), which is
 * the square of the Wasserstein-2 distance: |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½).
 *
 * Σ₁Σ₂ has the eigenvalues of the symmetric Σ₁^½ Σ₂ Σ₁^½, and the trace of a root is the sum of their roots. So singular
 * covariances (a pixel that never changes, a collapsed generator) need no regularising.
 * @returns a number ≥ 0 in squared units of the samples; NaN if a mean or covariance is not finite
 * @throws {RangeError} if the dimensions differ
 */
export function frechetDistance(a: Gaussian, b: Gaussian): number {
  const d = a.mean.length;
  if (b.mean.length !== d) throw new RangeError(`expected two Gaussians of ${d} dimensions, got ${b.mean.length}`);
  let distance = 0;
  for (let i = 0; i < d; i++) {
    const shift = a.mean[i] - b.mean[i];
    distance += shift * shift + a.covariance[i * d + i] + b.covariance[i * d + i];
  }
  // Also because the decomposition is not made for what is not finite.
  if (![...a.covariance, ...b.covariance, distance].every(Number.isFinite)) return Number.NaN;
  const root = squareRoot(matrix(a.covariance, d));
  const product = root.mmul(matrix(b.covariance, d)).mmul(root);
  for (const eigenvalue of eigen(product).realEigenvalues) distance -= 2 * Math.sqrt(Math.max(0, eigenvalue));
  return Math.max(0, distance);
}

const matrix = (values: Float64Array, d: number): Matrix => Matrix.from1DArray(d, d, values);

/** ml-matrix's solver for symmetric matrices (EISPACK's tred2 and tql2): sums, products and square roots only. */
const eigen = (symmetric: Matrix): EigenvalueDecomposition =>
  new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });

/** The symmetric root of a positive semi-definite matrix; rounding may have left eigenvalues slightly below 0. */
function squareRoot(positive: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix } = eigen(positive);
  const roots = realEigenvalues.map((value) => Math.sqrt(Math.max(0, value)));
  return eigenvectorMatrix.clone().mulRowVector(roots).mmul(eigenvectorMatrix.transpose());
}
