import type { PlaneGaussian } from "../measure/gaussian.ts";
import type { Vector } from "./streamlines.ts";

/**
 * The points at Mahalanobis distance `radius` from the mean, as a closed line: m + r·L(cos t, sin t) with the covariance's
 * Cholesky factor L. Within radius 2 lie 1 − e⁻² = 86 % of the distribution. A collapsed one gives a segment or a point.
 */
export function covarianceEllipse({ mean: [x, y], covariance }: PlaneGaussian, radius: number): Vector[] {
  const a = Math.sqrt(covariance.xx);
  const b = a > 0 ? covariance.xy / a : 0;
  const c = Math.sqrt(Math.max(0, covariance.yy - b * b));
  return Array.from({ length: corners + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    const [u, v] = [radius * Math.cos(turn), radius * Math.sin(turn)];
    return [x + a * u, y + b * u + c * v] as const;
  });
}

/** More than the eye can tell from a curve. */
const corners = 120;
