import exp from "@stdlib/math-base-special-exp";
import type { Pair } from "../language/arm.ts";

// Normal distributions in the plane, compared in closed form. Only + − × ÷ √ and stdlib's exp, which is plain arithmetic:
// the same bits everywhere.

/** N(mean, [[xx, xy], [xy, yy]]). */
export interface PlaneGaussian {
  readonly mean: Pair;
  readonly covariance: Covariance;
}

export interface Covariance {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** The distribution of n·A + b, n ~ N(0, I) a row vector: N(b, AᵀA). @param matrix A, row by row */
export function affineGaussian([[a, b], [c, d]]: readonly [Pair, Pair], shift: Pair): PlaneGaussian {
  return { mean: shift, covariance: { xx: a * a + c * c, xy: a * b + c * d, yy: b * b + d * d } };
}

/** The normal distribution with the mean and covariance (divisor n) of points `[n, 2]`. */
export function fittedGaussian(points: ArrayLike<number>): PlaneGaussian {
  const n = points.length / 2;
  let [x, y] = [0, 0];
  for (let i = 0; i < n; i++) {
    x += points[2 * i] / n;
    y += points[2 * i + 1] / n;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [points[2 * i] - x, points[2 * i + 1] - y];
    xx += (dx * dx) / n;
    xy += (dx * dy) / n;
    yy += (dy * dy) / n;
  }
  return { mean: [x, y], covariance: { xx, xy, yy } };
}

/**
 * Wasserstein-2 distance, in the data's units: √(|Δ|² + tr C₁ + tr C₂ − 2 tr (C₁C₂)^½) (Dowson and Landau 1982). In the
 * plane tr M^½ = √(tr M + 2√det M).
 */
export function wasserstein2(p: PlaneGaussian, q: PlaneGaussian): number {
  const [dx, dy] = difference(p, q);
  const traceOfProduct =
    p.covariance.xx * q.covariance.xx + 2 * p.covariance.xy * q.covariance.xy + p.covariance.yy * q.covariance.yy;
  const root = Math.sqrt(Math.max(0, traceOfProduct + 2 * Math.sqrt(determinant(p) * determinant(q))));
  return Math.sqrt(Math.max(0, dx * dx + dy * dy + trace(p) + trace(q) - 2 * root));
}

/**
 * Bhattacharyya coefficient ∫√(pq), the overlap of two distributions between 0 and 1 (Bhattacharyya 1943):
 * (det C₁ det C₂)^¼ (det C̄)^−½ exp(−⅛ ΔᵀC̄⁻¹Δ) with C̄ = (C₁ + C₂)/2.
 */
export function bhattacharyya(p: PlaneGaussian, q: PlaneGaussian): number {
  const [dx, dy] = difference(p, q);
  const middle = {
    xx: (p.covariance.xx + q.covariance.xx) / 2,
    xy: (p.covariance.xy + q.covariance.xy) / 2,
    yy: (p.covariance.yy + q.covariance.yy) / 2,
  };
  const det = determinant({ covariance: middle });
  const mahalanobis = (middle.yy * dx * dx - 2 * middle.xy * dx * dy + middle.xx * dy * dy) / det;
  const shape = Math.sqrt(Math.sqrt(determinant(p) * determinant(q)) / det);
  return shape * exp(-mahalanobis / 8);
}

/** Pearson's, of the two coordinates; 0 where one of them does not vary. */
export function correlation({ covariance: { xx, xy, yy } }: PlaneGaussian): number {
  const scale = Math.sqrt(xx * yy);
  return scale > 0 ? xy / scale : 0;
}

/** ‖C₁ − C₂‖ / ‖C₂‖ in Frobenius' norm. */
export function covarianceError(p: PlaneGaussian, target: PlaneGaussian): number {
  const norm = ({ xx, xy, yy }: Covariance) => Math.sqrt(xx * xx + 2 * xy * xy + yy * yy);
  const [a, b] = [p.covariance, target.covariance];
  return norm({ xx: a.xx - b.xx, xy: a.xy - b.xy, yy: a.yy - b.yy }) / norm(b);
}

/** The covariance's smallest eigenvalue over the target's. */
export const eigenvalueRatio = (p: PlaneGaussian, target: PlaneGaussian): number =>
  smallestEigenvalue(p) / smallestEigenvalue(target);

/** √(trace of the covariance): the root mean square distance from the mean. */
export const totalDeviation = (p: PlaneGaussian): number => Math.sqrt(trace(p));

/** The smaller root as product ÷ larger root: no digits cancel. */
function smallestEigenvalue(p: PlaneGaussian): number {
  const { xx, xy, yy } = p.covariance;
  const half = (xx - yy) / 2;
  const largest = (xx + yy) / 2 + Math.sqrt(half * half + xy * xy);
  return largest > 0 ? determinant(p) / largest : 0;
}

const difference = (p: PlaneGaussian, q: PlaneGaussian): Pair => [p.mean[0] - q.mean[0], p.mean[1] - q.mean[1]];

const trace = ({ covariance: { xx, yy } }: PlaneGaussian): number => xx + yy;

/** Not below 0, where rounding of a collapsed covariance would put it. */
const determinant = ({ covariance: { xx, xy, yy } }: Pick<PlaneGaussian, "covariance">): number =>
  Math.max(0, xx * yy - xy * xy);
