import * as Plot from "@observablehq/plot";
import { axes } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { theme } from "./theme.ts";

export interface CountBarsOptions {
  readonly title?: string;
  /** Whole numbers, one a seed. */
  readonly values: readonly number[];
  readonly color: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Largest value and largest count of all panels that stand side by side. */
  readonly most: number;
  readonly highest: number;
  readonly width?: number;
  readonly height?: number;
}

/** How many seeds have each whole number: a bar a number, its count above it. */
export function countBars(options: CountBarsOptions): Panel {
  const { title, values, color, xLabel, yLabel, most, highest, width = 300, height = 200 } = options;
  const counts = Array.from({ length: most + 1 }, (_, value) => ({
    value,
    count: values.filter((one) => one === value).length,
  })).filter(({ count }) => count > 0);
  const axis = axes(
    { label: xLabel, domain: [-0.6, most + 0.6], ticks: Array.from({ length: most + 1 }, (_, value) => value) },
    { label: yLabel, domain: [0, highest * 1.15], ticks: [] },
  );
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
      Plot.rect(counts, {
        x1: ({ value }) => value - 0.35,
        x2: ({ value }) => value + 0.35,
        y1: 0,
        y2: "count",
        fill: color,
        fillOpacity: 0.8,
      }),
      Plot.ruleY([0], { stroke: theme.line }),
      Plot.text(counts, { x: "value", y: "count", text: ({ count }) => `${count}`, dy: -9, fill: theme.ink }),
      ...(title ? [heading(title)] : []),
    ],
  });
}
