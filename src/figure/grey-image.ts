import { PNG } from "pngjs";

/** A grey picture, a byte a pixel: 0 is black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface TileOptions {
  /** Width and height of an image. */
  readonly side: number;
  /** Images in a row. */
  readonly columns: number;
  /** Pixels between images, and around them. */
  readonly gap: number;
  /** Grey level of the gaps. */
  readonly grey: number;
}

/**
 * Lays square images out in rows, first to last, ink dark on a light ground.
 * @param images `[n, side²]`, 0 (background) to 255 (ink)
 * @throws {RangeError} unless these are whole images
 */
export function tile(images: Uint8Array, { side, columns, gap, grey }: TileOptions): GreyImage {
  const count = images.length / side ** 2;
  if (!Number.isInteger(count) || count === 0) {
    throw new RangeError(`expected images of ${side} × ${side} pixels, got ${images.length} pixels`);
  }
  const rows = Math.ceil(count / columns);
  const [width, height] = [columns, rows].map((n) => n * (side + gap) + gap);
  const pixels = new Uint8Array(width * height).fill(grey);
  for (let i = 0; i < images.length; i++) {
    const image = Math.floor(i / side ** 2);
    const x = gap + (image % columns) * (side + gap) + (i % side);
    const y = gap + Math.floor(image / columns) * (side + gap) + (Math.floor(i / side) % side);
    pixels[y * width + x] = 255 - greyStep * Math.round(images[i] / greyStep);
  }
  return { width, height, pixels };
}

/** 52 greys are more than the eye tells apart in a digit, and few enough for a small file. */
const greyStep = 5;

/** As a PNG in a data URI, for an SVG to show. */
export function dataUri({ width, height, pixels }: GreyImage): string {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
  png.data = Buffer.from(pixels);
  const bytes = PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false });
  return `data:image/png;base64,${bytes.toString("base64")}`;
}
