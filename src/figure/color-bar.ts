import * as Plot from "@observablehq/plot";
import { ticksOf } from "./axes.ts";
import { type Panel, plot } from "./panel.ts";
import { numberText } from "./scales.ts";

export interface ColorBarOptions {
  readonly color: (value: number) => string;
  readonly domain: readonly [low: number, high: number];
  readonly type?: "linear" | "log";
  readonly label: string;
  /** Values at which the colour changes; it is continuous without. */
  readonly steps?: readonly number[];
  /** Height of the whole panel, in CSS pixels: that of the plot next to it. */
  readonly height: number;
  readonly width?: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly ticks?: readonly number[];
  readonly tickFormat?: (value: number) => string;
}

/** A vertical bar that says which colour is which value. */
export function colorBar(options: ColorBarOptions): Panel {
  const {
    color,
    domain,
    type = "linear",
    label,
    height,
    width = 72,
    marginTop,
    marginBottom,
    ticks,
    tickFormat = numberText,
  } = options;
  const bar = 14;
  return plot({
    width,
    height,
    marginTop,
    marginBottom,
    marginLeft: 0,
    marginRight: width - bar,
    x: { axis: null, domain: [0, 1] },
    y: { type, domain: [...domain] },
    marks: [
      Plot.rect(cells(options), {
        x1: 0,
        x2: 1,
        y1: "low",
        y2: "high",
        fill: (cell: Cell) => color(cell.middle),
        // Cells of a continuous bar overlap a little, so that no seam shows.
        inset: options.steps ? 0 : -0.35,
      }),
      Plot.axisY(ticksOf({ label, domain, type, ticks }), {
        anchor: "right",
        tickSize: 3,
        label: null,
        text: tickFormat,
      }),
      Plot.text([label], { frameAnchor: "top-left", dy: -18, text: (words: string) => words, fontStyle: "italic" }),
    ],
  });
}

interface Cell {
  readonly low: number;
  readonly high: number;
  readonly middle: number;
}

/** Cells of a continuous bar: finer than the eye sees. */
const continuous = 128;

function cells({ domain: [low, high], type, steps }: ColorBarOptions): Cell[] {
  const at = (t: number) => (type === "log" ? low * (high / low) ** t : low + (high - low) * t);
  const edges = steps
    ? [low, ...steps.filter((step) => step > low && step < high), high]
    : Array.from({ length: continuous + 1 }, (_, i) => at(i / continuous));
  return edges.slice(1).map((upper, i) => ({
    low: edges[i],
    high: upper,
    middle: type === "log" ? Math.sqrt(edges[i] * upper) : (edges[i] + upper) / 2,
  }));
}
