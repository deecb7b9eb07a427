import type { Field, Point } from "./field.ts";

/** Where to look: along b_D = `biasD`, for b_G from `low` to `high` every `spacing`. */
export interface Line {
  readonly biasD: number;
  readonly low: number;
  readonly high: number;
  readonly spacing: number;
}

/**
 * Stationary points of the bias game on a line. The two components of its field add up to −(mean of the real data + b_D),
 * so every stationary point has b_D = −mean, and is a zero of the generator's force along that line.
 * @returns the changes of sign, each to about 10⁻¹² by bisection; a jump across a pole is none
 */
export function stationaryPoints(field: Field, { biasD, low, high, spacing }: Line): Point[] {
  const force = (biasG: number) => field([biasD, biasG])[1];
  const found: Point[] = [];
  const steps = Math.round((high - low) / spacing);
  let before = force(low);
  for (let k = 1; k <= steps; k++) {
    const biasG = low + k * spacing;
    const now = force(biasG);
    if (before > 0 !== now > 0) {
      const zero = signChange(force, biasG - spacing, biasG);
      // Close to a pole the force grows without bound, close to a zero it vanishes.
      if (Math.abs(force(zero)) < Math.max(Math.abs(before), Math.abs(now))) found.push([biasD, zero]);
    }
    before = now;
  }
  return found;
}

/** The point of a set that is nearest to `biasG`; undefined for none. */
export const nearest = (points: readonly Point[], biasG: number): Point | undefined =>
  points.reduce<Point | undefined>(
    (best, point) => (best && Math.abs(best[1] - biasG) <= Math.abs(point[1] - biasG) ? best : point),
    undefined,
  );

function signChange(force: (x: number) => number, low: number, high: number): number {
  const positive = force(low) > 0;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (force(middle) > 0 === positive) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
