import * as Plot from "@observablehq/plot";
import { axes } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { powersOfTen } from "./scales.ts";
import { theme } from "./theme.ts";

export interface ShareHistogramOptions {
  readonly title?: string;
  /** Share of the values in each of the equally wide bins between 0 and 1. */
  readonly shares: readonly number[];
  readonly color: string;
  /** Shares of the values to compare with, in the same bins; drawn as an outline. */
  readonly reference: readonly number[];
  /** Stands left of the last bin of the outline. */
  readonly referenceLabel: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Least and largest share of all panels that stand side by side. */
  readonly domain: readonly [low: number, high: number];
  /** A stretch of values with a pale ground. */
  readonly between?: readonly [low: number, high: number];
  readonly width?: number;
  readonly height?: number;
}

/** Which share of values between 0 and 1 lies where, on a logarithmic scale, over the outline of another histogram. */
export function shareHistogram(options: ShareHistogramOptions): Panel {
  const { title, shares, color, reference, domain, between, width = 420, height = 260 } = options;
  const axis = axes(
    { label: options.xLabel, domain: [0, 1], ticks: [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] },
    { label: options.yLabel, type: "log", domain, ticks: powersOfTen(domain) },
    { gridY: true },
  );
  return plot({
    width,
    height,
    marginTop: title ? 30 : 12,
    marginBottom: 44,
    marginLeft: 62,
    marginRight: 14,
    x: axis.x,
    y: axis.y,
    marks: [
      ...(between ? [Plot.rect([0], { x1: between[0], x2: between[1], fill: theme.grid, fillOpacity: 0.55 })] : []),
      ...axis.marks,
      Plot.rect(bins(shares), {
        x1: "from",
        x2: "to",
        y1: domain[0],
        y2: "share",
        fill: color,
        fillOpacity: 0.75,
        clip: true,
      }),
      Plot.line(outline(reference, domain[0]), { x: "x", y: "y", stroke: theme.ink, strokeWidth: 1.5, clip: true }),
      Plot.text([options.referenceLabel], {
        x: () => 1 - 1 / reference.length,
        y: () => Math.max(reference[reference.length - 1], domain[0]),
        dx: -5,
        dy: 6,
        textAnchor: "end",
        text: String,
        fill: theme.ink,
      }),
      Plot.ruleY([domain[0]], { stroke: theme.line }),
      ...(title ? [heading(title)] : []),
    ],
  });
}

/** Bins without a value have no bar. */
const bins = (shares: readonly number[]) =>
  shares
    .map((share, i) => ({ share, from: i / shares.length, to: (i + 1) / shares.length }))
    .filter(({ share }) => share > 0);

/** Along the tops of the bins, two points each; at the bottom where there is nothing. */
const outline = (shares: readonly number[], bottom: number) =>
  shares.flatMap((share, i) => [i, i + 1].map((edge) => ({ x: edge / shares.length, y: Math.max(share, bottom) })));
