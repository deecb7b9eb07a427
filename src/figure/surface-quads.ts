import { lab } from "d3";
import { rounded } from "./panel.ts";
import type { Projected, Projection } from "./projection.ts";
import type { SurfaceOptions } from "./surface-options.ts";

/** The surface as quads, the farthest first, each shaded by its slope. @returns SVG paths */
export function shadedQuads({ value, x, y, z, color, quads = 80 }: SurfaceOptions, project: Projection): string[] {
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / quads;
  const heights = Array.from({ length: quads + 1 }, (_, j) =>
    Array.from({ length: quads + 1 }, (_, i) => clamp(value(at(x.domain, i), at(y.domain, j)), z.domain)),
  );
  const corner = (i: number, j: number) => project(at(x.domain, i), at(y.domain, j), heights[j][i]);
  const relative = (i: number, j: number) => (heights[j][i] - z.domain[0]) / (z.domain[1] - z.domain[0]);

  const drawn: { depth: number; svg: string }[] = [];
  for (let j = 0; j < quads; j++) {
    for (let i = 0; i < quads; i++) {
      const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      const level = (relative(i, j) + relative(i + 1, j) + relative(i + 1, j + 1) + relative(i, j + 1)) / 4;
      const slope = [relative(i + 1, j) - relative(i, j), relative(i, j + 1) - relative(i, j)].map((d) => d * quads);
      drawn.push({ depth: roundedDepth(corners), svg: quad(corners, shade(color(level), slope[0], slope[1])) });
    }
  }
  return drawn.sort((a, b) => a.depth - b.depth).map(({ svg }) => svg);
}

const clamp = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

/** Rounded, so that quads equally far away keep their order whatever the last bits are. */
const roundedDepth = (corners: readonly Projected[]): number =>
  Math.round(corners.reduce((sum, { depth }) => sum + depth, 0) * 1e6);

/** How far a quad reaches over its corners, in CSS pixels, so that no seam shows between neighbours. */
const overlap = 0.4;

function quad(corners: readonly Projected[], fill: string): string {
  const middle = { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
  const points = corners.map(({ x, y }) => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    const wider = 1 + overlap / Math.max(overlap, Math.sqrt(dx * dx + dy * dy));
    return `${rounded(middle.x + wider * dx)},${rounded(middle.y + wider * dy)}`;
  });
  return `<path d="M${points.join("L")}Z" fill="${fill}"/>`;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Lambert shading with light from the left front. */
function shade(color: string, slopeX: number, slopeY: number): string {
  const length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
  const lit = (0.4 * slopeX + 0.3 * slopeY + 0.87) / length;
  const tone = lab(color);
  tone.l *= 0.72 + 0.3 * Math.max(0, lit);
  return tone.formatHex();
}
