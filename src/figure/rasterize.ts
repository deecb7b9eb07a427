import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { font } from "./theme.ts";

/** Pixels of a figure for one CSS pixel: sharp on a dense screen. */
export const figureZoom = 2;

/** Draws an SVG with the bundled fonts only, so that the bytes are the same on every machine. */
export function rasterize(svg: string, zoom = figureZoom): Buffer {
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: font },
  });
  return resvg.render().asPng();
}

const { resolve } = createRequire(import.meta.url);

/** Source Sans 3, and DejaVu Sans for what it lacks (∇, ∈, ℝ, ‖). */
const fontFiles = [
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
].map((file) => resolve(file));
