import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { indexedPng } from "./indexed-png.ts";

/** @param colors how many, from one pixel to the next @param alpha of all pixels */
function picture(colors: number, alpha = 255): Buffer {
  const png = new PNG({ width: 40, height: 30 });
  for (let i = 0; i < 1200; i++) png.data.set([(i % colors) & 255, (i % colors) >> 8, 99, alpha], 4 * i);
  return PNG.sync.write(png);
}

/** pngjs checks the checksums. */
const pixels = (png: Buffer) => PNG.sync.read(png).data;

test.each([1, 2, 256])("a picture of %i colours keeps every pixel, with a palette", (colors) => {
  const before = picture(colors);
  const after = indexedPng(before);
  expect(after[25]).toBe(3);
  expect(pixels(after).equals(pixels(before))).toBe(true);
});

test("a picture of 257 colours stays as it is", () => {
  const before = picture(257);
  expect(indexedPng(before)).toBe(before);
});

test("so does one that is seen through", () => {
  const before = picture(2, 128);
  expect(indexedPng(before)).toBe(before);
});
