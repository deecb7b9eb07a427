import { escapeText, type Panel, rounded } from "./panel.ts";
import { type Projection, projection } from "./projection.ts";
import type { SurfaceOptions, SurfacePoint } from "./surface-options.ts";
import { shadedQuads } from "./surface-quads.ts";
import { theme } from "./theme.ts";

/** A function of two variables as a surface: shaded quads, the farthest drawn first (the painter's algorithm). */
export function surface(options: SurfaceOptions): Panel {
  const { width = 640, height = 500 } = options;
  const project = projection(options, width, height);
  const body = [
    floor(options, project),
    heightAxis(options, project),
    ...shadedQuads(options, project),
    baseAxis("x", options, project),
    baseAxis("y", options, project),
    ...(options.points ?? []).map((point) => mark(point, options, project)),
  ];
  return { width, height, body: `<g stroke-linejoin="round" font-size="13" fill="${theme.ink}">${body.join("")}</g>` };
}

const path = (points: readonly { x: number; y: number }[]): string =>
  `M${points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join("L")}`;

function floor({ x, y, z }: SurfaceOptions, project: Projection): string {
  const [low] = z.domain;
  const corner = (i: 0 | 1, j: 0 | 1) => project(x.domain[i], y.domain[j], low);
  const outline = path([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]);
  const grid = [
    ...x.ticks.map((tick) => path([project(tick, y.domain[0], low), project(tick, y.domain[1], low)])),
    ...y.ticks.map((tick) => path([project(x.domain[0], tick, low), project(x.domain[1], tick, low)])),
  ];
  return (
    `<path d="${outline}Z" fill="#f3f4f8" stroke="${theme.line}"/>` +
    `<path d="${grid.join("")}" fill="none" stroke="${theme.paper}" stroke-width="1.2"/>`
  );
}

/** Length of a tick, and from there to its number, in CSS pixels. */
const tickLength = 5;
const tickGap = 16;

/** The two edges of the floor that face the reader. */
function baseAxis(which: "x" | "y", { x, y, z }: SurfaceOptions, project: Projection): string {
  const [low] = z.domain;
  const { ticks, label, domain } = which === "x" ? x : y;
  const at = (value: number) => (which === "x" ? project(value, y.domain[0], low) : project(x.domain[1], value, low));
  const outward = which === "x" ? [-0.45, 0.9] : [0.6, 0.8];
  const away = (value: number, by: number) => {
    const from = at(value);
    return { x: from.x + outward[0] * by, y: from.y + outward[1] * by };
  };
  const lines = ticks.map((tick) => path([at(tick), away(tick, tickLength)])).join("");
  const numbers = ticks.map((tick) => text(away(tick, tickGap), numberText(tick), "middle", 4));
  const name = text(away((domain[0] + domain[1]) / 2, 46), label, which === "x" ? "end" : "start", 4);
  return `<path d="${path(ticks.length ? [at(domain[0]), at(domain[1])] : [])}${lines}" fill="none" stroke="${theme.ink}"/>${numbers.join("")}${name}`;
}

/** The upright edge at the left, behind the surface. */
function heightAxis({ x, y, z }: SurfaceOptions, project: Projection): string {
  const at = (value: number) => project(x.domain[0], y.domain[0], value);
  const lines = z.ticks.map((tick) => path([at(tick), { x: at(tick).x - tickLength, y: at(tick).y }])).join("");
  const numbers = z.ticks.map((tick) => text({ x: at(tick).x - 9, y: at(tick).y }, numberText(tick), "end", 4));
  const top = at(z.domain[1]);
  const name = text({ x: top.x - 30, y: top.y - 18 }, z.label, "start", 0);
  return `<path d="${path([at(z.domain[0]), top])}${lines}" fill="none" stroke="${theme.ink}"/>${numbers.join("")}${name}`;
}

function mark({ at, label, filled, dx, dy }: SurfacePoint, { value, z }: SurfaceOptions, project: Projection): string {
  const onSurface = project(at[0], at[1], Math.max(z.domain[0], value(at[0], at[1])));
  const [fill, stroke] = filled ? [theme.ink, theme.paper] : [theme.paper, theme.ink];
  const place = { x: onSurface.x + dx, y: onSurface.y + dy };
  const anchor = dx < 0 ? "end" : "start";
  return (
    `<circle cx="${rounded(onSurface.x)}" cy="${rounded(onSurface.y)}" r="5.5" fill="${fill}" stroke="${stroke}" stroke-width="1.8"/>` +
    text(place, label, anchor, 4, `font-weight="600" stroke="${theme.paper}" stroke-width="4" stroke-opacity="0.85"`) +
    text(place, label, anchor, 4, 'font-weight="600"')
  );
}

const numberText = (value: number): string => String(value).replace("-", "\u2212");

function text(at: { x: number; y: number }, words: string, anchor: string, dy: number, style = ""): string {
  return `<text x="${rounded(at.x)}" y="${rounded(at.y + dy)}" text-anchor="${anchor}" ${style}>${escapeText(words)}</text>`;
}
