import * as Plot from "@observablehq/plot";
import { axisBelow } from "./axes.ts";
import { type Panel, plot } from "./panel.ts";
import type { AxisOptions } from "./scales.ts";
import { theme } from "./theme.ts";

export interface ForestRow {
  readonly name: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly color: string;
  readonly symbol?: "circle" | "diamond" | "square";
  /** The interval in words, at the right. */
  readonly text?: string;
}

export interface ForestPlotOptions {
  /** Top to bottom. */
  readonly rows: readonly ForestRow[];
  readonly x: AxisOptions;
  /** A level to compare with: no effect, or the base arm. */
  readonly reference?: number;
  readonly width?: number;
  readonly rowHeight?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

/** An estimate with its interval in each row. */
export function forestPlot(options: ForestPlotOptions): Panel {
  const { rows, x, reference, width = 760, rowHeight = 36, marginLeft = 180, marginRight = 140 } = options;
  const place = { y: "name" } as const;
  const end = {
    ...place,
    stroke: "color",
    strokeWidth: 2,
    insetTop: rowHeight * 0.3,
    insetBottom: rowHeight * 0.3,
  } as const;
  return plot({
    width,
    height: rows.length * rowHeight + 56,
    marginTop: 10,
    marginBottom: 46,
    marginLeft,
    marginRight,
    x: { type: x.type ?? "linear", domain: [...x.domain], axis: null },
    y: { type: "band", domain: rows.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      ...axisBelow(x),
      ...(reference === undefined ? [] : [Plot.ruleX([reference], { stroke: theme.faint, strokeDasharray: "3 3" })]),
      Plot.ruleY(rows, { ...place, x1: "low", x2: "high", stroke: "color", strokeWidth: 2 }),
      Plot.tickX(rows, { ...end, x: "low" }),
      Plot.tickX(rows, { ...end, x: "high" }),
      ...rows.map(({ name, middle, color, symbol = "circle" }) =>
        Plot.dot([middle], {
          x: (value: number) => value,
          y: () => name,
          symbol,
          fill: color,
          r: 5,
          stroke: theme.paper,
          strokeWidth: 1.5,
        }),
      ),
      Plot.text(rows, {
        ...place,
        frameAnchor: "right",
        dx: 12,
        textAnchor: "start",
        text: (row: ForestRow) => row.text ?? "",
        fill: theme.faint,
      }),
    ],
  });
}
