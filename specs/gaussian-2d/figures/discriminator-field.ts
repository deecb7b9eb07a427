import * as Plot from "@observablehq/plot";
import type { Vector } from "../../../src/figure/streamlines.ts";
import { discriminate, type Moment } from "./plane.ts";

/** Samples a side. */
const side = 66;
/**
 * D, or 1 − D, above which the ground is coloured: pale, and stronger. Between 0.45 and 0.55 D tells nothing. Contours
 * are drawn of D's logit, which is smoother than D where D is steep.
 */
const levels = [0.55, 0.75].map(logit);
const [real, generated] = [
  ["#e3f3ec", "#c3e5d8"],
  ["#fdf0d9", "#fae0b2"],
];

/** Where D says "real" (green) and where "generated" (orange). */
export function discriminatorField(moment: Moment, { x, y }: { x: Vector; y: Vector }): Plot.Markish[] {
  const points = new Float64Array(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    points[2 * i] = x[0] + ((x[1] - x[0]) * (i % side)) / (side - 1);
    points[2 * i + 1] = y[0] + ((y[1] - y[0]) * Math.floor(i / side)) / (side - 1);
  }
  const forReal = discriminate(moment, points).map(logit);
  const forGenerated = forReal.map((value) => -value);
  const layer = (values: Float64Array, threshold: number, fill: string) =>
    Plot.contour(values, {
      width: side,
      height: side,
      x1: x[0],
      y1: y[0],
      x2: x[1],
      y2: y[1],
      thresholds: [threshold],
      fill,
      stroke: "none",
    } as Plot.ContourOptions);
  return levels.flatMap((level, i) => [
    ...(reaches(forReal, level) ? [layer(forReal, level, real[i])] : []),
    ...(reaches(forGenerated, level) ? [layer(forGenerated, level, generated[i])] : []),
  ]);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** A contour of nothing draws the whole frame. */
const reaches = (values: Float64Array, level: number): boolean => values.some((value) => value > level);
