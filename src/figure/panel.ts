import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { fontFamily, fontSize, theme } from "./theme.ts";

/** A drawing without a page: SVG elements and the room they take, in CSS pixels. */
export interface Panel {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** Observable Plot's options; the size is not optional, since sheets are made of known sizes. */
export type PlotOptions = Plot.PlotOptions & { readonly width: number; readonly height: number };

/** Draws a plot in the house style. Text may have subscripts: `b_{D}`. */
export function plot(options: PlotOptions): Panel {
  const svg = Plot.plot({
    ...options,
    document: document as unknown as Document,
    style: { fontFamily, fontSize: `${fontSize.text}px`, color: theme.ink, background: "none" },
  });
  svg.querySelector("style")?.remove();
  return { width: options.width, height: options.height, body: tidy(svg.outerHTML) };
}

/** Panels one below the other, as one. */
export function stack(panels: readonly Panel[]): Panel {
  let height = 0;
  let body = "";
  for (const panel of panels) {
    body += `<g transform="translate(0,${rounded(height)})">${panel.body}</g>`;
    height += panel.height;
  }
  return { width: Math.max(...panels.map(({ width }) => width)), height, body };
}

/** A heading above the frame of a plot. Leave 26 px of top margin for it. */
export const heading = (text: string): Plot.Markish =>
  Plot.text([text], { frameAnchor: "top", dy: -20, text: (words: string) => words, fontWeight: 600, fontSize: 14 });

/** Plot needs a document; linkedom's is enough, and takes no browser. */
const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** The renderer knows no CSS variables and needs the namespace on nested drawings. */
function tidy(svg: string): string {
  return roundCoordinates(svg)
    .replaceAll("var(--plot-background)", theme.paper)
    .replaceAll("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/_\{([^}]+)\}/g, (_, below: string) => subscript(below));
}

/**
 * Coordinates to 0.01 px: the last bits of Math.log and its kin are not specified, and must not show.
 * Only inside tags: a label "0.001" stays.
 */
export function roundCoordinates(svg: string): string {
  const long = /-?\d+\.\d{3,}(?:e[-+]?\d+)?|-?\d+(?:\.\d+)?e-\d+/g;
  return svg.replace(/<[^>]*>/g, (tag) => tag.replace(long, (number) => rounded(Number(number))));
}

/** Two decimals at most, and never "-0". */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** A hair space takes the baseline back up. */
const subscript = (text: string): string =>
  `<tspan font-size="75%" dy="3">${text}</tspan><tspan dy="-3">\u200a</tspan>`;

/** Text as it may stand in SVG. */
export const escapeText = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/_\{([^}]+)\}/g, (_, below: string) => subscript(below));
