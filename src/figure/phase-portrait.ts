import * as Plot from "@observablehq/plot";
import { interpolateViridis } from "d3";
import { axes } from "./axes.ts";
import { heading, type Panel, plot } from "./panel.ts";
import { keepNear } from "./scales.ts";
import { type PlaneField, streamlines, type Vector } from "./streamlines.ts";
import { hue, theme } from "./theme.ts";

export interface PhasePortraitOptions {
  readonly title: string;
  readonly field: PlaneField;
  /** Iterates in order, the start first. */
  readonly path: readonly Vector[];
  readonly equilibrium: Vector;
  readonly x: { readonly domain: Vector; readonly label: string };
  readonly y: { readonly domain: Vector; readonly label: string };
  readonly width?: number;
  readonly height?: number;
}

/** Margins of the frame, with which a colour bar next to it is aligned. */
export const portraitMargins = { marginTop: 26, marginBottom: 42 } as const;

/** The field as streamlines, and a path over it coloured by iteration; its start open, its end filled, the equilibrium a cross. */
export function phasePortrait(options: PhasePortraitOptions): Panel {
  const { title, field, equilibrium, x, y, width = 410, height = 430 } = options;
  const [nearX, nearY] = [keepNear(x), keepNear(y)];
  const path = options.path.map(([a, b]) => [nearX(a), nearY(b)] as const);
  const lines = streamlines(field, { x: x.domain, y: y.domain, separation: 0.04 });
  const axis = axes(x, y);
  return plot({
    width,
    height,
    marginLeft: 48,
    marginRight: 6,
    ...portraitMargins,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.frame({ stroke: theme.grid }),
      ...streamlineMarks(lines),
      ...pathMarks(path),
      ...placeMarks(path, equilibrium),
      heading(title),
    ],
  });
}

/**
 * Colour of an iterate: viridis over the logarithm of its number, since most of a run is its end. In 256 steps, as each
 * colour costs a drawing element; rounded before that, so that the last bits of Math.log decide nothing.
 */
export function pathColor(iterate: number, iterates: number): string {
  const share = Math.log(1 + iterate) / Math.log(1 + iterates);
  return interpolateViridis(Math.floor(Math.round(share * 255e6) / 1e6) / 255);
}

function streamlineMarks(lines: readonly (readonly Vector[])[]): Plot.Markish[] {
  const points = lines.flatMap((line, number) => line.map(([x, y]) => ({ x, y, number })));
  return [
    Plot.line(points, { x: "x", y: "y", z: "number", stroke: theme.line, strokeWidth: 0.9, clip: true }),
    Plot.vector(lines.map(arrow), {
      x: "x",
      y: "y",
      rotate: "rotate",
      length: 7,
      anchor: "middle",
      shape: arrowhead,
      fill: "#8b93a5",
      stroke: "none",
    }),
  ];
}

/** An arrow at the middle of a line, turned along it: degrees clockwise from north. */
function arrow(line: readonly Vector[]): { x: number; y: number; rotate: number } {
  const middle = Math.floor(line.length / 2);
  const [from, to] = [line[middle - 1], line[middle]];
  return { x: to[0], y: to[1], rotate: (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI };
}

const arrowhead = {
  draw(context: CanvasPath, length: number) {
    context.moveTo(-3, 0);
    context.lineTo(0, -length);
    context.lineTo(3, 0);
    context.closePath();
  },
};

/** Number of iterates at the start that are drawn as dots: the steps there are wide, and a line would suggest points between them. */
const dotted = 100;

function pathMarks(path: readonly Vector[]): Plot.Markish[] {
  const at = { x: (point: Vector) => point[0], y: (point: Vector) => point[1], clip: true } as const;
  const color = (_: Vector, i: number) => pathColor(i, path.length);
  return [
    Plot.line(path, { ...at, stroke: theme.paper, strokeWidth: 3, strokeOpacity: 0.75, strokeLinejoin: "round" }),
    Plot.line(path, { ...at, z: null, stroke: color, strokeWidth: 1.5, strokeLinecap: "round" }),
    Plot.dot(path.slice(0, dotted), { ...at, r: 2, fill: color }),
  ];
}

function placeMarks(path: readonly Vector[], equilibrium: Vector): Plot.Markish[] {
  const at = { x: (point: Vector) => point[0], y: (point: Vector) => point[1] } as const;
  const dot = { ...at, r: 5, strokeWidth: 1.6 } as const;
  return [
    Plot.dot([equilibrium], { ...at, symbol: "times", r: 6, stroke: theme.paper, strokeWidth: 4.5 }),
    Plot.dot([equilibrium], { ...at, symbol: "times", r: 5.5, stroke: hue.red, strokeWidth: 2.2 }),
    Plot.dot([path[0]], { ...dot, fill: theme.paper, stroke: theme.ink }),
    Plot.dot([path[path.length - 1]], { ...dot, r: 4, strokeWidth: 1.2, fill: theme.ink, stroke: theme.paper }),
  ];
}
