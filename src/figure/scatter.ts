import * as Plot from "@observablehq/plot";
import { axes } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { type AxisOptions, keepNear } from "./scales.ts";
import { theme } from "./theme.ts";

export interface ScatterOptions {
  readonly title?: string;
  readonly groups: readonly { readonly points: readonly (readonly [number, number])[]; readonly color: string }[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  /** Draws the diagonal y = x, as in a quantile–quantile plot. */
  readonly diagonal?: boolean;
  /** Joins the points of a group. */
  readonly joined?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** Points of one or more groups, as dots or as thin lines. */
export function scatter(options: ScatterOptions): Panel {
  const { title, groups, x, y, diagonal, joined, width = 430, height = 430 } = options;
  const axis = axes(x, y, { gridX: true, gridY: true });
  const ends = [...x.domain];
  const [nearX, nearY] = [keepNear(x), keepNear(y)];
  const at = {
    x: (point: readonly number[]) => nearX(point[0]),
    y: (point: readonly number[]) => nearY(point[1]),
    clip: true,
  } as const;
  // Many lines over each other must not turn into a blot.
  const opacity = Math.max(0.08, Math.min(0.6, 8 / groups.length));
  return plot({
    width,
    height,
    marginTop: title ? 30 : 12,
    marginBottom: 44,
    marginLeft: 56,
    marginRight: 18,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      ...groups.map(({ points, color }) =>
        joined
          ? Plot.line(points, { ...at, stroke: color, strokeWidth: 1.1, strokeOpacity: opacity })
          : Plot.dot(points, { ...at, fill: color, fillOpacity: 0.45, r: 1.8 }),
      ),
      ...(diagonal
        ? [
            Plot.line(
              ends.map((end) => [end, end]),
              { ...at, stroke: theme.ink, strokeWidth: 1.4, strokeDasharray: "6 4" },
            ),
          ]
        : []),
      ...(title ? [heading(title)] : []),
    ],
  });
}
