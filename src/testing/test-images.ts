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

/** The same bytes with one bit turned over, in the middle of the pixel data. */
export function damaged(png: Buffer): Buffer {
  const bytes = Buffer.from(png);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  return bytes;
}

export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), "gan-repro-image-"));
