import type { Field, Point, Step } from "./field.ts";

/** [[∂₀f₀, ∂₁f₀], [∂₀f₁, ∂₁f₁]] */
export type Matrix = readonly [readonly [number, number], readonly [number, number]];

/** A complex number as [real, imaginary]. */
export type Complex = readonly [number, number];

/**
 * Derivative of a field, or of an algorithm's map, by central differences.
 * @param width half the distance of the two points; the error is of order width²
 */
export function jacobian(map: Field | Step, [d, g]: Point, width = 1e-5): Matrix {
  const slope = (plus: Point, minus: Point): Point => [
    (plus[0] - minus[0]) / (2 * width),
    (plus[1] - minus[1]) / (2 * width),
  ];
  const byD = slope(map([d + width, g]), map([d - width, g]));
  const byG = slope(map([d, g + width]), map([d, g - width]));
  return [
    [byD[0], byG[0]],
    [byD[1], byG[1]],
  ];
}

export const trace = (m: Matrix): number => m[0][0] + m[1][1];
export const determinant = (m: Matrix): number => m[0][0] * m[1][1] - m[0][1] * m[1][0];

/** Both roots of λ² − trace·λ + determinant = 0. */
export function eigenvalues(m: Matrix): readonly [Complex, Complex] {
  const half = trace(m) / 2;
  const discriminant = half * half - determinant(m);
  const root = Math.sqrt(Math.abs(discriminant));
  return discriminant < 0
    ? [
        [half, root],
        [half, -root],
      ]
    : [
        [half + root, 0],
        [half - root, 0],
      ];
}

/** Largest modulus of an eigenvalue: below 1, the linear map x ↦ m·x contracts in the long run. */
export function spectralRadius(m: Matrix): number {
  return Math.max(...eigenvalues(m).map(([re, im]) => Math.sqrt(re * re + im * im)));
}

/**
 * The step size in (low, high) at which an algorithm's linearisation at a stationary point stops contracting.
 * @param algorithm makes the map of one iteration for a step size
 */
export function criticalStepSize(algorithm: (stepSize: number) => Step, at: Point, low: number, high: number): number {
  return bisect((stepSize) => spectralRadius(jacobian(algorithm(stepSize), at)) > 1, low, high);
}

/** Where a condition that is false at `low` and true at `high` turns true, to 2⁻²⁰ of the bracket or `tolerance`. */
export function bisect(holds: (x: number) => boolean, low: number, high: number, tolerance = (high - low) * 2 ** -20) {
  if (holds(low) || !holds(high)) {
    throw new RangeError(
      `expected a condition false at ${low} and true at ${high}, got ${holds(low)} and ${holds(high)}`,
    );
  }
  while (high - low > tolerance) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
