import * as Plot from "@observablehq/plot";
import { axes } from "./axes.ts";
import { heading, type Panel, plot, stack } from "./panel.ts";
import { dash, hue, theme } from "./theme.ts";

export interface XY {
  readonly x: number;
  readonly y: number;
}

/** One moment of a game in one dimension: densities and D above, the map from z to x below. */
export interface GameFrame {
  readonly title: string;
  /** Density of the data over x. */
  readonly data: readonly XY[];
  /** Density of the generated samples over x. */
  readonly generated: readonly XY[];
  /** D over x. */
  readonly discriminator: readonly XY[];
  /** x = G(z) to the right, z upwards. */
  readonly map: readonly XY[];
  readonly x: { readonly domain: readonly [number, number]; readonly ticks: readonly number[] };
  readonly density: { readonly highest: number; readonly ticks: readonly number[] };
  readonly z: { readonly domain: readonly [number, number]; readonly ticks: readonly number[] };
}

export interface FrameStyle {
  readonly width: number;
  readonly densityHeight: number;
  readonly mapHeight: number;
  /** Whether axis labels stand at the left. */
  readonly isLabelled: boolean;
  /** Whether the curves are named in the frame, at the upper right. */
  readonly hasKey: boolean;
}

export function gameFrame(frame: GameFrame, style: FrameStyle): Panel {
  return stack([densities(frame, style), map(frame, style)]);
}

const margins = ({ isLabelled }: FrameStyle) => ({ marginLeft: isLabelled ? 52 : 14, marginRight: 14 });

function densities(frame: GameFrame, style: FrameStyle): Panel {
  const { data, generated, discriminator, density } = frame;
  const y = {
    label: style.isLabelled ? "density, and D" : "",
    domain: [0, density.highest],
    ticks: style.isLabelled ? density.ticks : [],
  } as const;
  const axis = axes({ label: "", ...frame.x }, y);
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
      heading(frame.title),
      ...(style.hasKey ? key(frame) : []),
    ],
  });
}

/** Names of the three curves; places are shares of the frame. */
function key({ x: { domain }, density: { highest } }: GameFrame): Plot.Markish[] {
  const entries = [
    { label: "p_{data}, the data", color: theme.ink, dash: dash.dotted },
    { label: "p_{g}, generated", color: hue.blue, dash: undefined },
    { label: "D, the discriminator", color: hue.green, dash: dash.dashed },
  ];
  const across = (share: number) => domain[0] + share * (domain[1] - domain[0]);
  return entries.flatMap(({ label, color, dash }, i) => {
    const y = highest * (1 - 0.07 - 0.1 * i);
    return [
      Plot.link([0], {
        x1: across(0.66),
        x2: across(0.72),
        y1: y,
        y2: y,
        stroke: color,
        strokeWidth: 2,
        strokeDasharray: dash,
      }),
      Plot.text([label], { x: across(0.74), y, text: (words: string) => words, textAnchor: "start", fill: theme.ink }),
    ];
  });
}

function map(frame: GameFrame, style: FrameStyle): Panel {
  const y = {
    label: style.isLabelled ? "latent z" : "",
    domain: frame.z.domain,
    ticks: style.isLabelled ? frame.z.ticks : [],
  } as const;
  const axis = axes({ label: "data space x = G(z)", ...frame.x }, y);
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
      Plot.line(frame.map, { x: "x", y: "y", stroke: hue.blue, strokeWidth: 2, clip: true }),
    ],
  });
}
