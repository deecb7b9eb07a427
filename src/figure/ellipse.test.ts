import { expect, test } from "vitest";
import { affineGaussian, type PlaneGaussian } from "../measure/gaussian.ts";
import { covarianceEllipse } from "./ellipse.ts";

/** √(ΔᵀC⁻¹Δ) with Δ = point − mean. */
function mahalanobis({ mean, covariance: { xx, xy, yy } }: PlaneGaussian, [x, y]: readonly [number, number]): number {
  const [dx, dy] = [x - mean[0], y - mean[1]];
  return Math.sqrt((yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / (xx * yy - xy * xy));
}

test("every point is at the radius from the mean, in the distribution's own metric", () => {
  const tilted = affineGaussian(
    [
      [1, 2],
      [-0.1, 0.5],
    ],
    [1, 2],
  );
  for (const point of covarianceEllipse(tilted, 2)) expect(mahalanobis(tilted, point)).toBeCloseTo(2, 10);
});

test("a distribution on an upright line, or on a point, gives a segment or a point", () => {
  const upright = covarianceEllipse({ mean: [3, 0], covariance: { xx: 0, xy: 0, yy: 4 } }, 2);
  expect(new Set(upright.map(([x]) => x))).toEqual(new Set([3]));
  expect(Math.max(...upright.map(([, y]) => y))).toBeCloseTo(4);
  const point = covarianceEllipse({ mean: [1, 1], covariance: { xx: 0, xy: 0, yy: 0 } }, 2);
  expect(point.every(([x, y]) => x === 1 && y === 1)).toBe(true);
});
