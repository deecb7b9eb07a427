import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { heading, type Panel, plot, stack } from "../../../src/figure/panel.ts";
import { keepNear, numberText } from "../../../src/figure/scales.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { Trial } from "../../../src/trials/trial.ts";
import { arrayOf } from "./networks.ts";
import { targetDensity } from "./target.ts";

/** One moment of a film. */
export interface Moment {
  readonly round: number;
  readonly z: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  /** G on the z grid, D on the x grid. */
  readonly generator: ArrayLike<number>;
  readonly discriminator: ArrayLike<number>;
}

export const roundText = (round: number): string => `round ${numberText(round)}`;

/** @throws {Error} if the trial has kept no film */
export function momentsOf(trial: Trial): Moment[] {
  const [rounds, z, x] = ["rounds", "z", "x"].map((name) => arrayOf(trial, `frames.${name}`).data);
  const row = (name: string, i: number) => {
    const { data, shape } = arrayOf(trial, `frames.${name}`);
    return data.subarray(i * shape[1], (i + 1) * shape[1]);
  };
  return Array.from(rounds as ArrayLike<number>, (round, i) => ({
    round,
    z,
    x,
    generator: row("generator", i),
    discriminator: row("discriminator", i),
  }));
}

export interface FrameStyle {
  readonly width: number;
  readonly densityHeight: number;
  readonly mapHeight: number;
  /** Whether axis labels stand at the left. */
  readonly isLabelled: boolean;
  /** Whether the curves are named in the frame. */
  readonly hasKey: boolean;
  readonly xTicks: readonly number[];
}

/** The notebook's InteractivePlot: densities and D above, the map from z to x below. */
export function frame(moment: Moment, style: FrameStyle): Panel {
  return stack([densities(moment, style), map(moment, style)]);
}

const margins = ({ isLabelled }: FrameStyle) => ({ marginLeft: isLabelled ? 52 : 14, marginRight: 14 });

const dataSpace = (label: string, { xTicks }: FrameStyle) => ({ label, domain: [0, 1], ticks: xTicks }) as const;

/** The notebook's set_ylim(0, 5). */
const highest = 5;

interface XY {
  readonly x: number;
  readonly y: number;
}

function densities(moment: Moment, style: FrameStyle): Panel {
  const y = {
    label: style.isLabelled ? "density, and D" : "",
    domain: [0, highest],
    ticks: style.isLabelled ? [0, 1, 2, 3, 4, 5] : [],
  } as const;
  const axis = axes(dataSpace("", style), y);
  const data = Array.from(moment.x, (x) => ({ x, y: targetDensity(x) }));
  const generated = generatedDensity(moment);
  const discriminator = Array.from(moment.x, (x, i) => ({ x, y: moment.discriminator[i] }));
  const at = { x: "x", y: "y", clip: true } as const;
  // With both ends given, Plot does not stack points of one x, as those of a collapsed generator are.
  const under = { x: "x", y1: 0, y2: "y", clip: true } as const;
  return plot({
    width: style.width,
    height: style.densityHeight,
    ...margins(style),
    marginTop: 30,
    marginBottom: 26,
    x: axis.x,
    y: axis.y,
    marks: [
      Plot.gridY([0.5], { stroke: theme.line, strokeOpacity: 1, strokeDasharray: dash.fine }),
      Plot.areaY(data, { ...under, fill: theme.ink, fillOpacity: 0.07 }),
      Plot.areaY(generated, { ...under, fill: hue.blue, fillOpacity: 0.14 }),
      Plot.line(data, {
        ...at,
        stroke: theme.ink,
        strokeWidth: 1.8,
        strokeDasharray: dash.dotted,
        strokeLinecap: "round",
      }),
      Plot.line(generated, { ...at, stroke: hue.blue, strokeWidth: 2 }),
      Plot.line(discriminator, { ...at, stroke: hue.green, strokeWidth: 2, strokeDasharray: dash.dashed }),
      ...axis.marks,
      heading(roundText(moment.round)),
      ...(style.hasKey ? key() : []),
    ],
  });
}

/**
 * p_g as the notebook's update() draws it: |Δz/ΔG| between neighbours of the z grid, at their midpoints, and 0 at both
 * ends. Where G stands still the density has no bound; it leaves the frame.
 */
function generatedDensity({ z, generator }: Moment): XY[] {
  const near = keepNear({ domain: [0, highest] });
  const points: XY[] = [{ x: generator[0], y: 0 }];
  for (let i = 1; i < z.length; i++) {
    const density = Math.abs((z[i] - z[i - 1]) / (generator[i] - generator[i - 1]));
    points.push({ x: (generator[i] + generator[i - 1]) / 2, y: near(density) });
  }
  points.push({ x: generator[z.length - 1], y: 0 });
  return points;
}

/** Names of the three curves, in the corner that stays empty: the data are at the left. */
function key(): Plot.Markish[] {
  const entries = [
    { label: "p_{data}, the data", color: theme.ink, dash: dash.dotted },
    { label: "p_{g}, generated", color: hue.blue, dash: undefined },
    { label: "D, the discriminator", color: hue.green, dash: dash.dashed },
  ];
  return entries.flatMap(({ label, color, dash }, i) => {
    const y = highest - 0.35 - 0.5 * i;
    return [
      Plot.link([0], { x1: 0.66, x2: 0.72, y1: y, y2: y, stroke: color, strokeWidth: 2, strokeDasharray: dash }),
      Plot.text([label], { x: 0.74, y, text: (words: string) => words, textAnchor: "start", fill: theme.ink }),
    ];
  });
}

function map({ z, generator }: Moment, style: FrameStyle): Panel {
  const y = {
    label: style.isLabelled ? "latent z" : "",
    domain: [0, 1],
    ticks: style.isLabelled ? [0, 0.5, 1] : [],
  } as const;
  const axis = axes(dataSpace("data space x = G(z)", style), y);
  const points = Array.from(z, (latent, i) => ({ x: generator[i], y: latent }));
  return plot({
    width: style.width,
    height: style.mapHeight,
    ...margins(style),
    marginTop: 8,
    marginBottom: 42,
    x: axis.x,
    y: axis.y,
    marks: [
      Plot.frame({ stroke: theme.grid }),
      ...axis.marks,
      Plot.line(points, { x: "x", y: "y", stroke: hue.blue, strokeWidth: 2, clip: true }),
    ],
  });
}
