/** What can be said of images without a classifier. Pixels are 0 for background and 1 for ink, and may lie outside. */
import { imagePixels, imageSide } from "../data/images.ts";
import { meanOf } from "./multivariate.ts";

/** Width and height of a pooled image. */
export const pooledSide = 7;
/** Features of a pooled image. */
export const pooledPixels = pooledSide * pooledSide;

const poolWidth = imageSide / pooledSide;

/** The square that each pixel of an image belongs to. */
const squareOf = Uint8Array.from({ length: imagePixels }, (_, pixel) => {
  const [row, column] = [Math.floor(pixel / imageSide), pixel % imageSide];
  return Math.floor(row / poolWidth) * pooledSide + Math.floor(column / poolWidth);
});

/** Means over squares of 4 × 4 pixels. @param images `[n, 784]` @returns `[n, 49]` */
export function averagePool(images: ArrayLike<number>): Float64Array {
  const n = images.length / imagePixels;
  const pooled = new Float64Array(n * pooledPixels);
  for (let image = 0; image < n; image++) {
    for (let pixel = 0; pixel < imagePixels; pixel++) {
      pooled[image * pooledPixels + squareOf[pixel]] += images[image * imagePixels + pixel];
    }
  }
  for (let i = 0; i < pooled.length; i++) pooled[i] /= poolWidth * poolWidth;
  return pooled;
}

/** Where pixels lie; the three shares add up to 1. */
export interface PixelShares {
  /** In [0, 0.1] or [0.9, 1] */
  readonly nearEnds: number;
  /** In (0.1, 0.9) */
  readonly between: number;
  /** Below 0, above 1 or not a number */
  readonly outside: number;
}

/** How far outside [0, 1] a pixel may lie: what is left when float32 goes through a normalisation and back. */
const rounding = 1e-6;

export function pixelShares(images: ArrayLike<number>): PixelShares {
  let [nearEnds, between] = [0, 0];
  for (let i = 0; i < images.length; i++) {
    const x = images[i];
    if (x > 0.1 && x < 0.9) between++;
    else if (x >= -rounding && x <= 1 + rounding) nearEnds++;
  }
  const n = images.length;
  return { nearEnds: nearEnds / n, between: between / n, outside: (n - nearEnds - between) / n };
}

/**
 * Sum over features of the variance over samples (divisor n): the mean squared distance from the mean image.
 * @param samples `[n, d]`
 */
export function totalVariance(samples: ArrayLike<number>, d: number): number {
  const mean = meanOf(samples, d);
  let sum = 0;
  for (let from = 0; from < samples.length; from += d) {
    for (let i = 0; i < d; i++) {
      const deviation = samples[from + i] - mean[i];
      sum += deviation * deviation;
    }
  }
  return sum / (samples.length / d);
}

/** Total pixel variance of images over that of real ones: 0 when all are alike. @param images `[n, 784]`, both */
export const diversity = (images: ArrayLike<number>, real: ArrayLike<number>): number =>
  totalVariance(images, imagePixels) / totalVariance(real, imagePixels);

/** Pixels from the edge that count as border: real digits are centred and leave it empty. */
const borderWidth = 2;

/** Mean squared pixel in a frame two pixels wide. @param images `[n, 784]` */
export function borderEnergy(images: ArrayLike<number>): number {
  let sum = 0;
  for (let from = 0; from < images.length; from += imagePixels) {
    for (const pixel of border) sum += images[from + pixel] * images[from + pixel];
  }
  return sum / (border.length * (images.length / imagePixels));
}

const isNearEdge = (at: number): boolean => at < borderWidth || at >= imageSide - borderWidth;

/** The pixels of the frame, row after row. */
const border = Array.from({ length: imagePixels }, (_, pixel) => pixel).filter(
  (pixel) => isNearEdge(Math.floor(pixel / imageSide)) || isNearEdge(pixel % imageSide),
);
