import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { dataUri, tile } from "./grey-image.ts";

/** Two images of 2 × 2 pixels. */
const images = Uint8Array.of(0, 255, 10, 20, 1, 2, 3, 254);

test("images stand side by side, dark on light, in steps of five, with a gap around each", () => {
  const { width, height, pixels } = tile(images, { side: 2, columns: 2, gap: 1, grey: 7 });
  expect([width, height]).toEqual([7, 4]);
  expect(Array.from(pixels)).toEqual([
    ...[7, 7, 7, 7, 7, 7, 7],
    ...[7, 255, 0, 7, 255, 255, 7],
    ...[7, 245, 235, 7, 250, 0, 7],
    ...[7, 7, 7, 7, 7, 7, 7],
  ]);
});

test("a row that is not full stays grey at its end", () => {
  const { height, pixels } = tile(Uint8Array.of(0, 0, 0), { side: 1, columns: 2, gap: 0, grey: 7 });
  expect(height).toBe(2);
  expect(Array.from(pixels)).toEqual([255, 255, 255, 7]);
});

test("half an image is rejected", () => {
  expect(() => tile(images.subarray(0, 6), { side: 2, columns: 2, gap: 1, grey: 7 })).toThrow(
    "expected images of 2 × 2 pixels, got 6 pixels",
  );
});

test("a data URI is a grey PNG of the same pixels", () => {
  const grey = { width: 3, height: 2, pixels: Uint8Array.of(0, 50, 100, 150, 200, 255) };
  const [head, body] = dataUri(grey).split(",");
  expect(head).toBe("data:image/png;base64");
  const bytes = Buffer.from(body, "base64");
  // The header's colour type: grey without alpha.
  expect(bytes[25]).toBe(0);
  const { width, height, data } = PNG.sync.read(bytes);
  expect([width, height]).toEqual([3, 2]);
  expect(Array.from({ length: 6 }, (_, i) => data[4 * i])).toEqual(Array.from(grey.pixels));
});
