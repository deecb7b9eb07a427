import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { heading, type Panel, plot } from "../../../src/figure/panel.ts";
import type { AxisOptions } from "../../../src/figure/scales.ts";
import { theme } from "../../../src/figure/theme.ts";

export interface ScatterGroup {
  readonly name: string;
  readonly color: string;
  readonly symbol: "circle" | "diamond";
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Where its name stands. */
  readonly nameAt?: readonly [x: number, y: number];
}

export interface RunScatterOptions {
  readonly title?: string;
  readonly groups: readonly ScatterGroup[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly background?: readonly Plot.Markish[];
  readonly width?: number;
  readonly height?: number;
}

/** A dot a run, in groups of a colour and a symbol each. Values beyond an axis lie at its end. */
export function runScatter({
  title,
  groups,
  x,
  y,
  background = [],
  width = 470,
  height = 400,
}: RunScatterOptions): Panel {
  const axis = axes(x, y, { gridX: true, gridY: true });
  const within =
    ({ domain: [low, high] }: AxisOptions) =>
    (value: number) =>
      Math.min(high, Math.max(low, value));
  const [toX, toY] = [within(x), within(y)];
  return plot({
    width,
    height,
    marginTop: title ? 30 : 14,
    marginBottom: 44,
    marginLeft: 58,
    marginRight: 20,
    x: axis.x,
    y: axis.y,
    marks: [
      ...background,
      ...axis.marks,
      ...groups.map(({ points, color, symbol }) =>
        Plot.dot(points, {
          x: (point: readonly number[]) => toX(point[0]),
          y: (point: readonly number[]) => toY(point[1]),
          symbol,
          r: 4.5,
          fill: color,
          fillOpacity: 0.75,
          stroke: theme.paper,
          strokeWidth: 0.8,
        }),
      ),
      ...groups.flatMap(({ name, color, nameAt }) =>
        nameAt
          ? [
              Plot.text([name], {
                x: nameAt[0],
                y: nameAt[1],
                text: String,
                fill: color,
                fontWeight: 600,
                stroke: theme.paper,
                strokeWidth: 4,
              }),
            ]
          : [],
      ),
      ...(title ? [heading(title)] : []),
    ],
  });
}
