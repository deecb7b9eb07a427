import { PNG } from "pngjs";

/** A PNG, ready to stand inside a page. */
export interface Image {
  /** `data:image/png;base64,…` */
  readonly uri: string;
  /** In pixels of the file. */
  readonly width: number;
  readonly height: number;
}

/** The image of a PNG file's bytes; undefined where they are not a PNG, or one of no or too many pixels. */
export function pngImage(bytes: Buffer): Image | undefined {
  const isPng = bytes.length >= endOfSize && bytes.subarray(0, signature.length).equals(signature);
  if (!isPng) return undefined;
  const width = bytes.readUInt32BE(startOfSize);
  const height = bytes.readUInt32BE(startOfSize + 4);
  if (width === 0 || height === 0 || width * height > mostPixels) return undefined;
  return { uri: `data:image/png;base64,${bytes.toString("base64")}`, width, height };
}

/** Some four times our largest figure; a header can promise 2⁶⁴, and a thumbnail would ask for memory for all of them. */
const mostPixels = 100e6;

/**
 * A small copy, for overviews: a page of thumbnails weighs a tenth of a page of figures.
 * @param width at most, in pixels; a narrower image keeps its size
 * @param from the share of the width to leave away at the left: (n − 1)/n shows the last frame of a film
 * @returns undefined where the bytes are not a whole PNG
 */
export function thumbnail(bytes: Buffer, width: number, from = 0): Image | undefined {
  if (!pngImage(bytes)) return undefined;
  try {
    const whole = PNG.sync.read(bytes);
    const left = Math.round(whole.width * from);
    const scale = Math.max(1, (whole.width - left) / width);
    return pngImage(PNG.sync.write(shrink(whole, left, scale)));
  } catch {
    return undefined;
  }
}

// Portable Network Graphics, third edition, sections 5.2 and 11.2.1: signature, then the header chunk with the size.
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const startOfSize = 16;
const endOfSize = 24;
const channels = 4;

/** Every pixel of the small image is the mean of the pixels that it covers. */
function shrink(whole: PNG, left: number, scale: number): PNG {
  const width = Math.max(1, Math.floor((whole.width - left) / scale));
  const height = Math.max(1, Math.floor(whole.height / scale));
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const columns = [
        left + Math.floor(x * scale),
        Math.min(whole.width, left + Math.floor((x + 1) * scale)),
      ] as const;
      const rows = [Math.floor(y * scale), Math.min(whole.height, Math.floor((y + 1) * scale))] as const;
      small.data.set(meanColour(whole, columns, rows), (y * width + x) * channels);
    }
  }
  return small;
}

function meanColour(image: PNG, [left, right]: readonly [number, number], [top, bottom]: readonly [number, number]) {
  const sum = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * image.width + x) * channels;
      for (let channel = 0; channel < channels; channel++) sum[channel]! += image.data[at + channel]!;
    }
  }
  const pixels = (right - left) * (bottom - top);
  return sum.map((total) => total / pixels);
}
