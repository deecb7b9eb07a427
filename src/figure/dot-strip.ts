import * as Plot from "@observablehq/plot";
import { axisBelow } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { type AxisOptions, pixelScale } from "./scales.ts";
import { theme } from "./theme.ts";

export interface StripRow {
  readonly name: string;
  readonly color: string;
  readonly dots: readonly StripDot[];
  /** Marked by a tick; none if undefined. */
  readonly median?: number;
  /** At the right: the median in words, or how many failed. */
  readonly text?: string;
}

export interface StripDot {
  readonly value: number;
  /** A run that died or diverged, drawn as a cross. */
  readonly failed?: boolean;
}

export interface DotStripOptions {
  readonly title?: string;
  readonly rows: readonly StripRow[];
  readonly x: AxisOptions;
  readonly references?: readonly { readonly value: number; readonly label: string }[];
  readonly width?: number;
  readonly rowHeight?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
}

/** One row for each arm, every seed a dot, and the median as a tick. Values beyond the axis lie at its end. */
export function dotStrip(options: DotStripOptions): Panel {
  const { title, rows, x, references = [], width = 760, rowHeight = 56, marginLeft = 180, marginRight = 140 } = options;
  const marginTop = references.length > 0 || title ? 26 : 10;
  const marginBottom = 44;
  const toPixel = pixelScale(x, [marginLeft, width - marginRight]);
  const many = Math.max(...rows.map(({ dots }) => dots.length)) > mostSwarmed;
  const arrange = many ? strewn : swarm;
  const placed = rows.flatMap((row, index) =>
    arrange(row.dots, x.domain, toPixel, rowHeight).map((dot) => ({ ...dot, y: index + dot.offset, color: row.color })),
  );
  const [dot, cross] = many ? [smallDot, smallCross] : [largeDot, largeCross];
  const withMedian = rows.flatMap(({ median }, index) =>
    median !== undefined && Number.isFinite(median) ? [{ x: median, y1: index - 0.4, y2: index + 0.4 }] : [],
  );
  const numbered = rows.map((row, index) => ({ ...row, index }));
  return plot({
    width,
    height: marginTop + rows.length * rowHeight + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: { type: x.type ?? "linear", domain: [...x.domain], axis: null },
    y: { axis: null, domain: [rows.length - 0.5, -0.5] },
    marks: [
      ...axisBelow(x),
      ...references.map(({ value }) => Plot.ruleX([value], { stroke: theme.faint, strokeDasharray: "3 3" })),
      Plot.text(references, { x: "value", frameAnchor: "top", dy: -12, text: "label", fill: theme.faint }),
      Plot.dot(
        placed.filter(({ failed }) => !failed),
        { x: "x", y: "y", fill: "color", ...dot },
      ),
      Plot.dot(
        placed.filter(({ failed }) => failed),
        { x: "x", y: "y", symbol: "times", stroke: "color", ...cross },
      ),
      ...medianTicks(withMedian),
      Plot.text(numbered, {
        y: "index",
        frameAnchor: "left",
        dx: -12,
        text: "name",
        textAnchor: "end",
        fill: theme.ink,
      }),
      Plot.text(numbered, {
        y: "index",
        frameAnchor: "right",
        dx: 12,
        text: (row: StripRow) => row.text ?? "",
        textAnchor: "start",
        fill: theme.faint,
      }),
      ...(title ? [heading(title)] : []),
    ],
  });
}

interface MedianTick {
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}

/** Over the dots, on a pale edge that keeps them apart. */
const medianTicks = (ticks: readonly MedianTick[]): Plot.Markish[] => {
  const place = { x1: "x", x2: "x", y1: "y1", y2: "y2" } as const;
  return [
    Plot.link(ticks, { ...place, stroke: theme.paper, strokeWidth: 5, strokeOpacity: 0.85 }),
    Plot.link(ticks, { ...place, stroke: theme.ink, strokeWidth: 2.2 }),
  ];
};

/** In CSS pixels. */
const dotRadius = 4;
const largeDot = { r: dotRadius, fillOpacity: 0.75, stroke: theme.paper, strokeWidth: 0.7 } as const;
const largeCross = { r: dotRadius - 0.7, strokeWidth: 1.4 } as const;

/** The most dots that fit side by side in a row; with more, they are small and translucent, and show where they crowd. */
const mostSwarmed = 128;
const smallDot = { r: 1.6, fillOpacity: 0.4 } as const;
const smallCross = { r: 1.4, strokeWidth: 0.8, strokeOpacity: 0.5 } as const;

interface Placed extends StripDot {
  readonly x: number;
  /** In rows. */
  readonly offset: number;
}

/** Dots that would lie on each other go to the next free lane above or below; when none is free, to the middle. */
function swarm(
  dots: readonly StripDot[],
  [low, high]: readonly [number, number],
  toPixel: (value: number) => number,
  rowHeight: number,
): Placed[] {
  const lane = dotRadius * 1.7;
  const lanes = Math.max(1, Math.floor((rowHeight * 0.85) / lane));
  const rightmost = new Array<number>(lanes).fill(Number.NEGATIVE_INFINITY);
  return ascending(dots, [low, high]).map((dot) => {
    const pixel = Math.round(toPixel(dot.x) * 100) / 100;
    const free = rightmost.findIndex((occupied) => pixel - occupied >= 2 * dotRadius);
    const chosen = Math.max(0, free);
    rightmost[chosen] = pixel;
    return { ...dot, offset: (laneOffset(chosen) * lane) / rowHeight };
  });
}

/** Dots at heights that neighbours in value never share: multiples of the golden ratio, whose fractions spread evenly. */
const strewn = (dots: readonly StripDot[], domain: readonly [number, number]): Placed[] =>
  ascending(dots, domain).map((dot, rank) => ({ ...dot, offset: 0.75 * (((rank * goldenRatio) % 1) - 0.5) }));

const goldenRatio = (1 + Math.sqrt(5)) / 2;

/** Dots with a value, from left to right; those beyond the axis at its end. */
const ascending = (dots: readonly StripDot[], [low, high]: readonly [number, number]) =>
  dots
    .filter(({ value }) => !Number.isNaN(value))
    .map((dot) => ({ ...dot, x: Math.min(high, Math.max(low, dot.value)) }))
    .sort((a, b) => a.x - b.x);

/** 0, 1, −1, 2, −2 … */
const laneOffset = (lane: number): number => (lane % 2 === 1 ? (lane + 1) / 2 : -lane / 2);
