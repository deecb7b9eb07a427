import { imageBatches, imagePixels, unitRange } from "../data/images.ts";
import type { ImageSampleArm, Metric } from "../language/arm.ts";
import { stream } from "../random/stream.ts";
import type { ImageInstruments } from "./image-instruments.ts";
import { measureImages } from "./probes/images.ts";
import { kept, logLikelihood } from "./probes/parzen.ts";

/**
 * The metrics of real digits in the generator's place, perhaps changed: the floor that metrics of generated digits reach.
 * @throws {RangeError} if the arm asks for a metric that needs networks
 */
export async function measureImageSample(
  arm: ImageSampleArm,
  seed: number,
  instruments: ImageInstruments,
): Promise<Record<string, number>> {
  const images = changed(drawn(arm, seed, instruments), arm, seed);
  const measured: Partial<Record<Metric, number>> = { ...(await measureImages(images, instruments)) };
  if (arm.metrics.includes("parzen")) measured.parzen = await logLikelihood(images, instruments);
  return Object.fromEntries(
    arm.metrics.map((metric) => {
      const value = measured[metric];
      if (value === undefined) {
        throw new RangeError(
          `expected a metric of images (${Object.keys(measured).join(", ")}, parzen), got ${metric}`,
        );
      }
      return [metric, value];
    }),
  );
}

/** Training digits, any of those that are not kept, with replacement. @returns `[size, 784]` in [0, 1] */
function drawn({ size, stream: name }: ImageSampleArm, seed: number, { train }: ImageInstruments): Float32Array {
  const picks = stream(seed, name).uniforms(size);
  return imageBatches(train.images, unitRange)(Array.from(picks, (u) => Math.floor(u * kept.from)));
}

function changed(images: Float32Array, { change, stream: name }: ImageSampleArm, seed: number): Float32Array {
  switch (change) {
    case undefined:
      return images;
    case "blur":
      return blurred(images);
    case "noise": {
      // As much as the blur changes, so that what differs is the kind of change.
      const sd = Math.sqrt(meanSquaredDifference(images, blurred(images)));
      const normals = stream(seed, `${name}/noise`).normals(images.length);
      return images.map((pixel, i) => pixel + sd * normals[i]);
    }
  }
}

/** Each pixel becomes the mean of the 3 × 3 around it, weighted 1 2 1 both ways; beyond the edge is background. */
export function blurred(images: Float32Array): Float32Array {
  const side = Math.sqrt(imagePixels);
  const out = new Float32Array(images.length);
  for (let i = 0; i < images.length; i++) {
    const pixel = i % imagePixels;
    const [row, column] = [Math.floor(pixel / side), pixel % side];
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const isInside = row + dy >= 0 && row + dy < side && column + dx >= 0 && column + dx < side;
        if (isInside) sum += images[i + dy * side + dx] * (2 - Math.abs(dy)) * (2 - Math.abs(dx));
      }
    }
    out[i] = sum / 16;
  }
  return out;
}

function meanSquaredDifference(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum / a.length;
}
