import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { imageGrid } from "./image-grid.ts";
import { rasterize } from "./rasterize.ts";
import { sheet } from "./sheet.ts";

/** A chequered image and a plain one. */
const images = Uint8Array.from({ length: 32 }, (_, i) => (i < 16 && (i + Math.floor(i / 4)) % 2 ? 255 : 0));
const drawing = () => rasterize(sheet([[imageGrid({ images, side: 4, columns: 2 })]], { margin: 0 }));

test("the same images are the same bytes", () => {
  expect(drawing().equals(drawing())).toBe(true);
});

test("pixels keep their edges: nothing but ink, ground and grid", () => {
  const { data, width } = PNG.sync.read(drawing());
  const greys = new Set(Array.from({ length: data.length / 4 }, (_, i) => data[4 * i]));
  expect(width).toBe(22);
  expect([...greys].sort((a, b) => a - b)).toEqual([0, 222, 255]);
});

test("words take room above and below", () => {
  const plain = imageGrid({ images, side: 4, columns: 2 });
  const worded = imageGrid({ images, side: 4, columns: 2, title: "name", lines: ["one", "two"] });
  expect(plain.height).toBe(6);
  expect(worded.height).toBeGreaterThan(plain.height + 3 * 13);
});
