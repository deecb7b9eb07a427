import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { covarianceEllipse } from "../../../src/figure/ellipse.ts";
import { type Panel, plot } from "../../../src/figure/panel.ts";
import { keepNear } from "../../../src/figure/scales.ts";
import type { Vector } from "../../../src/figure/streamlines.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import { fakePoints, gaussianOf, type Moment, realPoints, target } from "./plane.ts";

export interface CloudStyle {
  readonly title: string;
  /** Below the title. */
  readonly note?: string;
  readonly x: Vector;
  readonly y: Vector;
  /** Of the frame inside the axes, in CSS pixels; its height follows, as both axes have one scale. */
  readonly frameWidth: number;
  /** Whether the y axis has ticks and a name. */
  readonly isLabelled: boolean;
  /** Drawn below the points. */
  readonly background?: readonly Plot.Markish[];
}

/** How many points the deck generates for its plot. */
export const shown = 100;

/** The deck's scatter plot of real and generated points, with the ellipse of either distribution. */
export function cloud(moment: Moment, style: CloudStyle): Panel {
  const { title, note, x, y, frameWidth, isLabelled, background = [] } = style;
  const unit = frameWidth / (x[1] - x[0]);
  const margins = {
    marginTop: note ? 48 : 30,
    marginBottom: 40,
    marginLeft: isLabelled ? 46 : 12,
    marginRight: 8,
  };
  const ticks = ([low, high]: Vector, step: number) =>
    Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => (Math.ceil(low / step) + i) * step);
  const axis = axes(
    { label: "x₁", domain: x, ticks: ticks(x, 2) },
    { label: isLabelled ? "x₂" : "", domain: y, ticks: isLabelled ? ticks(y, 2) : [] },
  );
  const [nearX, nearY] = [keepNear({ domain: x }), keepNear({ domain: y })];
  const at = { x: (point: Vector) => nearX(point[0]), y: (point: Vector) => nearY(point[1]), clip: true } as const;
  const ellipse = (radius: number) => covarianceEllipse(gaussianOf(moment), radius);
  return plot({
    width: frameWidth + margins.marginLeft + margins.marginRight,
    height: Math.round(unit * (y[1] - y[0])) + margins.marginTop + margins.marginBottom,
    ...margins,
    x: axis.x,
    y: axis.y,
    marks: [
      ...background,
      Plot.frame({ stroke: theme.grid }),
      ...axis.marks,
      Plot.dot(realPoints(moment.seed), { ...at, r: 1.5, fill: theme.ink, fillOpacity: 0.22 }),
      Plot.dot(fakePoints(moment, shown), {
        ...at,
        symbol: "diamond",
        r: 3.2,
        fill: hue.blue,
        fillOpacity: 0.75,
        stroke: theme.paper,
        strokeWidth: 0.5,
      }),
      Plot.line(covarianceEllipse(target, 2), {
        ...at,
        stroke: theme.ink,
        strokeWidth: 1.8,
        strokeDasharray: dash.dashed,
      }),
      Plot.line(ellipse(2), { ...at, stroke: theme.paper, strokeWidth: 4.5, strokeOpacity: 0.8 }),
      Plot.line(ellipse(2), { ...at, stroke: hue.blue, strokeWidth: 2.2 }),
      ...headings(title, note),
    ],
  });
}

function headings(title: string, note?: string): Plot.Markish[] {
  const line = (words: string, dy: number, style: Plot.TextOptions) =>
    Plot.text([words], { frameAnchor: "top", dy, text: (text: string) => text, ...style });
  const bold = { fontWeight: 600, fontSize: 14 };
  if (!note) return [line(title, -20, bold)];
  return [line(title, -37, bold), line(note, -19, { fill: theme.faint })];
}
