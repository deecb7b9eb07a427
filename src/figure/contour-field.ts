import * as Plot from "@observablehq/plot";
import { interpolateViridis } from "d3";
import { axes } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import type { Vector } from "./streamlines.ts";
import { theme } from "./theme.ts";

export interface ContourFieldOptions {
  readonly title?: string;
  readonly value: (x: number, y: number) => number;
  readonly x: { readonly domain: Vector; readonly label: string };
  readonly y: { readonly domain: Vector; readonly label: string };
  /** Ascending values at which the colour changes. */
  readonly steps: readonly number[];
  readonly color: (value: number) => string;
  /** Samples a side. */
  readonly samples?: number;
  readonly marks?: readonly Plot.Markish[];
  readonly width?: number;
  readonly height?: number;
}

/** Margins of the frame, with which a colour bar next to it is aligned. */
export const contourMargins = { marginTop: 26, marginBottom: 42 } as const;

/** A function on a rectangle, filled between its contour lines. */
export function contourField(options: ContourFieldOptions): Panel {
  const { title, value, x, y, steps, color, samples = 161, marks = [], width = 470, height = 470 } = options;
  const at = ([low, high]: Vector, i: number) => low + ((high - low) * i) / (samples - 1);
  const values = Float64Array.from({ length: samples * samples }, (_, k) =>
    value(at(x.domain, k % samples), at(y.domain, Math.floor(k / samples))),
  );
  const axis = axes(x, y);
  return plot({
    width,
    height,
    marginLeft: 48,
    marginRight: 16,
    ...contourMargins,
    x: axis.x,
    y: axis.y,
    color: { type: "identity" },
    marks: [
      ...axis.marks,
      Plot.rect([0], { x1: x.domain[0], x2: x.domain[1], y1: y.domain[0], y2: y.domain[1], fill: color(steps[0] / 2) }),
      ...steps.map((threshold, i) =>
        layer(values, samples, threshold, color(middle(threshold, steps[i + 1])), { x, y }),
      ),
      Plot.frame({ stroke: theme.grid }),
      ...marks,
      ...(title ? [heading(title)] : []),
    ],
  });
}

const middle = (low: number, high: number | undefined): number => (high === undefined ? low * 1.2 : (low + high) / 2);

/** Everything above one threshold; the layers lie on top of each other, the highest last. */
function layer(
  values: Float64Array,
  samples: number,
  threshold: number,
  fill: string,
  { x, y }: Pick<ContourFieldOptions, "x" | "y">,
): Plot.Markish {
  return Plot.contour(values, {
    width: samples,
    height: samples,
    x1: x.domain[0],
    y1: y.domain[0],
    x2: x.domain[1],
    y2: y.domain[1],
    thresholds: [threshold],
    fill,
    stroke: theme.paper,
    strokeWidth: 0.5,
    strokeOpacity: 0.55,
  } as Plot.ContourOptions);
}

/** Viridis over a logarithmic range. */
export const logViridis =
  ([low, high]: Vector) =>
  (value: number): string =>
    interpolateViridis(Math.min(1, Math.max(0, Math.log(value / low) / Math.log(high / low))));
