import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";

/** A grey PNG for tests, with some pixels of other colours: `[x, y, red, green, blue]`. */
export function picture(width: number, height: number, pixels: readonly (readonly number[])[] = []): Buffer {
  const image = new PNG({ width, height });
  image.data.fill(200);
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  for (const [x, y, ...color] of pixels) image.data.set(color, (y * width + x) * 4);
  return PNG.sync.write(image);
}

/**
 * A grey SVG of 15 CSS pixels height, 30 of a PNG.
 * @param dot a red pixel of the PNG
 * @param width in CSS pixels
 */
export const square = (dot?: { readonly x: number; readonly y: number }, width = 20): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="15"><rect width="100%" height="100%" fill="#c8c8c8"/>` +
  `${dot ? `<rect x="${dot.x / 2}" y="${dot.y / 2}" width="0.5" height="0.5" fill="#f00"/>` : ""}</svg>\n`;

/** A copy of a PNG with one bit flipped in the middle of the pixel data. */
export function damaged(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  return bytes;
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "gan-repro-image-"));
