import * as Plot from "@observablehq/plot";
import { axes } from "./axes.ts";
import { spreadLabels } from "./labels.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { type AxisOptions, keepNear, pixelScale } from "./scales.ts";
import { quantile } from "./seeds.ts";
import { hue, theme } from "./theme.ts";

export interface Series {
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  /** Where all runs were measured. */
  readonly x: ArrayLike<number>;
  /** One a seed, each as long as `x`. Values that are not finite leave a gap. */
  readonly runs: readonly ArrayLike<number>[];
  /** Runs that died or diverged: shown, but in no median. */
  readonly failed?: readonly ArrayLike<number>[];
}

/** A level to compare with. */
export interface Reference {
  readonly value: number;
  readonly label: string;
}

export interface CurvesOptions {
  readonly title?: string;
  readonly series: readonly Series[];
  readonly x: AxisOptions;
  readonly y: AxisOptions;
  readonly references?: readonly Reference[];
  /** Values of x with a line down the frame, named at its top. */
  readonly moments?: readonly Reference[];
  /** Whether dots show where the median was measured. */
  readonly hasDots?: boolean;
  /** Opacity of the band between the quartiles: lower for many curves in one frame. */
  readonly bandOpacity?: number;
  readonly width?: number;
  readonly height?: number;
  /** Room for the names at the right, in CSS pixels; 0 leaves them away. */
  readonly labelWidth?: number;
}

/** The colour of runs that died or diverged, whatever the colour of their curve. */
export const failedColor = hue.purple;

/** The most runs that are drawn singly; with more, a second band shows their spread instead. */
export const mostThinLines = 64;

/** Describes what {@link curves} shows of n runs besides their median and quartiles. */
export const spreadText = (n: number): string => (n > mostThinLines ? "band from 5 to 95 %" : "every seed thin");

/** Medians over seeds with a band between the quartiles; every seed thin behind, or a band from 5 to 95 %. */
export function curves(options: CurvesOptions): Panel {
  const { title, x, y, references = [], moments = [], width = 720, height = 380, labelWidth = 150 } = options;
  const frame = { top: title ? 30 : 12, bottom: height - 44 };
  const axis = axes(x, y, { gridY: true });
  const series = options.series.map((one) => nearby(one, y));
  return plot({
    width,
    height,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    marginLeft: 58,
    marginRight: Math.max(26, labelWidth),
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      ...references.map(({ value }) => Plot.ruleY([value], { stroke: theme.faint, strokeDasharray: "3 3" })),
      ...moments.map(({ value }) => Plot.ruleX([value], { stroke: theme.faint, strokeDasharray: "3 3" })),
      ...series.flatMap((one) =>
        one.runs.length > mostThinLines
          ? band(one, 0.05, 0.95, 0.12)
          : thinLines(one, one.runs, { stroke: one.color, strokeWidth: 0.6, strokeOpacity: 0.35 }),
      ),
      ...series.flatMap((one) => thinLines(one, one.failed ?? [], { stroke: failedColor, strokeWidth: 1.2 })),
      ...series.flatMap((one) => band(one, 0.25, 0.75, options.bandOpacity ?? 0.2)),
      ...series.map(medianLine),
      ...(options.hasDots ? series.map((one) => medianDots(one, y)) : []),
      ...moments.map(momentName),
      ...(labelWidth > 0 ? names(options, frame) : []),
      ...(title ? [heading(title)] : []),
    ],
  });
}

function nearby(series: Series, y: AxisOptions): Series {
  const near = keepNear(y);
  const moved = (runs: readonly ArrayLike<number>[]) => runs.map((run) => Array.from(run, near));
  return { ...series, runs: moved(series.runs), failed: moved(series.failed ?? []) };
}

interface Level {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Quantiles of all runs at each x. */
function levels({ x, runs }: Series, low: number, high: number): Level[] {
  return Array.from({ length: x.length }, (_, i) => {
    const values = runs.map((run) => run[i]);
    return { x: x[i], low: quantile(values, low), high: quantile(values, high) };
  });
}

function band(series: Series, low: number, high: number, opacity: number): Plot.Markish[] {
  if (series.runs.length < 2) return [];
  const options = { x: "x", y1: "low", y2: "high", fill: series.color, fillOpacity: opacity, clip: true } as const;
  return [Plot.areaY(levels(series, low, high), options)];
}

interface LineStyle {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeOpacity?: number;
}

function thinLines({ x }: Series, runs: readonly ArrayLike<number>[], style: LineStyle): Plot.Markish[] {
  if (runs.length === 0) return [];
  const points = runs.flatMap((run, seed) =>
    Array.from(x as ArrayLike<number>, (at, i) => ({ x: at, y: run[i], seed })),
  );
  return [Plot.line(points, { x: "x", y: "y", z: "seed", clip: true, ...style })];
}

function medianLine(series: Series): Plot.Markish {
  return Plot.line(levels(series, 0.5, 0.5), {
    x: "x",
    y: "low",
    stroke: series.color,
    strokeWidth: 2,
    strokeDasharray: series.dash,
    clip: true,
  });
}

/** Whole also at the frame's edge, so none beyond it. */
const medianDots = (series: Series, { domain }: AxisOptions): Plot.Markish =>
  Plot.dot(
    levels(series, 0.5, 0.5).filter(({ low }) => low >= domain[0] && low <= domain[1]),
    { x: "x", y: "low", r: 3.5, fill: series.color },
  );

/** On a pale edge, so that it can be read over thin lines. */
const momentName = ({ value, label }: Reference): Plot.Markish =>
  Plot.text([label], {
    x: () => value,
    frameAnchor: "top",
    dx: 6,
    dy: 2,
    textAnchor: "start",
    text: (words: string) => words,
    fill: theme.faint,
    stroke: theme.paper,
    strokeWidth: 4,
  });

/** Height of a line of text, in CSS pixels. */
const lineHeight = 16;

/** Names at the right end of each curve and reference, moved apart where they would lie on each other. */
function names(
  { series, references = [], x, y }: CurvesOptions,
  frame: { top: number; bottom: number },
): Plot.Markish[] {
  const toPixel = pixelScale(y, [frame.bottom, frame.top]);
  const labels = [
    ...series.map((one) => ({ text: one.name, fill: one.color, weight: 600, at: last(levels(one, 0.5, 0.5)) })),
    ...references.map(({ value, label }) => ({ text: label, fill: theme.faint, weight: 400, at: value })),
  ].filter(({ at }) => Number.isFinite(toPixel(at)));
  const lines = labels.map(({ text }) => text.split("\n").length);
  const places = spreadLabels(
    labels.map(({ at }) => toPixel(at)),
    lineHeight * Math.max(1, ...lines),
    [frame.top, frame.bottom],
  );
  return labels.map(({ text, fill, weight }, i) =>
    Plot.text([0], {
      x: () => x.domain[1],
      y: () => toPixel.invert(places[i]),
      text: () => text,
      textAnchor: "start",
      dx: 8,
      fill,
      fontWeight: weight,
    }),
  );
}

const last = (all: readonly Level[]): number => all.findLast(({ low }) => Number.isFinite(low))?.low ?? Number.NaN;
