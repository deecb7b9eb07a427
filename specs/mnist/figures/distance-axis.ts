import type { AxisOptions } from "../../../src/figure/scales.ts";

/** A logarithmic axis just around some distances: few lie further apart than a factor of ten. */
export function distanceAxis(label: string, values: readonly number[]): AxisOptions {
  const known = values.filter((value) => Number.isFinite(value) && value > 0);
  const domain =
    known.length > 0 ? ([0.95 * Math.min(...known), 1.05 * Math.max(...known)] as const) : ([1, 100] as const);
  return { label, type: "log", domain, ticks };
}

/** In percent; those outside the axis are left away. */
const ticks = [1, 2, 5, 10, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 300, 500, 1000];
