import type { FigureSpec } from "../../src/figure/figure.ts";

const ids = ["slides", "best-of", "experiments", "film", "distance", "forest", "saturation", "weird", "gradient-ratio"];
export const figures: readonly FigureSpec[] = ids.map((id) => ({
  id,
  title: id,
  caption: "",
  draw: () => Buffer.of(),
}));
