import type { Normalisation } from "../language/data.ts";

/** Width and height of an image. */
export const imageSide = 28;

/** Features of an image: its pixels, row after row. */
export const imagePixels = imageSide * imageSide;

/** Grey images and what they show. */
export interface LabelledImages {
  readonly count: number;
  /** `[count, 784]`, 0 (background) to 255 */
  readonly images: Uint8Array;
  /** `[count]`, 0 to 9 */
  readonly labels: Uint8Array;
}

/** Images as they are: [0, 1]. */
export const unitRange: Normalisation = { kind: "range", low: 0, high: 1 };

/** Mean and standard deviation of all training pixels in [0, 1], to four digits, as they are usually quoted. */
export const mnistStandard: Normalisation = { kind: "standard", mean: 0.1307, sd: 0.3081 };

/**
 * Cuts batches out of images that stay bytes.
 * @param images `[count, 784]`
 * @returns a function from the indices of n images to `[n, 784]` float32, written to `out` if it is given
 */
export function imageBatches(
  images: Uint8Array,
  normalisation: Normalisation,
): (indices: ArrayLike<number>, out?: Float32Array) => Float32Array {
  const values = valuesOfBytes(normalisation);
  const count = images.length / imagePixels;
  return (indices, out = new Float32Array(indices.length * imagePixels)) => {
    if (out.length !== indices.length * imagePixels) {
      throw new RangeError(
        `expected room for ${indices.length} × ${imagePixels} numbers, got ${out.length}; hand in an array of that length`,
      );
    }
    let at = 0;
    for (let i = 0; i < indices.length; i++) {
      const index = indices[i];
      if (!(index >= 0 && index < count)) {
        throw new RangeError(`expected the index of one of ${count} images, got ${index}`);
      }
      const from = index * imagePixels;
      for (let pixel = from; pixel < from + imagePixels; pixel++) out[at++] = values[images[pixel]];
    }
    return out;
  };
}

/** All images at once, `[count, 784]` float32. */
export function allImages(images: Uint8Array, normalisation: Normalisation): Float32Array {
  const values = valuesOfBytes(normalisation);
  const result = new Float32Array(images.length);
  for (let i = 0; i < images.length; i++) result[i] = values[images[i]];
  return result;
}

/**
 * The inverse of a normalisation: back to where 0 is the background and 1 is ink, for metrics. Nothing is clipped: what
 * lies outside the data's range lies outside [0, 1].
 */
export function toUnitRange(values: Float32Array, normalisation: Normalisation): Float32Array {
  const { scale, shift } = affineOf(normalisation);
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = (values[i] - shift) / scale;
  return result;
}

/** A normalisation as shift + scale·x, x in [0, 1]. */
function affineOf(normalisation: Normalisation): { scale: number; shift: number } {
  switch (normalisation.kind) {
    case "range":
      return { scale: normalisation.high - normalisation.low, shift: normalisation.low };
    case "standard":
      return { scale: 1 / normalisation.sd, shift: -normalisation.mean / normalisation.sd };
  }
}

/** What each of the 256 bytes becomes, rounded to float32 once. */
function valuesOfBytes(normalisation: Normalisation): Float32Array {
  const { scale, shift } = affineOf(normalisation);
  return Float32Array.from({ length: 256 }, (_, byte) => shift + scale * (byte / 255));
}
