import type { Data, Digits, GanArm } from "../language/arm.ts";
import { draw, drawSpan } from "../random/draw.ts";
import { permutation } from "../random/permutation.ts";
import { drawLength, type Stream, stream } from "../random/stream.ts";
import { imageBatches, imagePixels, type LabelledImages } from "./images.ts";

/** The real batch of discriminator update number t = 0, 1, …: `[S, batch, features]`, valid until the next call. */
export type RealBatches = (t: number) => Float32Array;

/**
 * Makes the real batches that engines do not draw themselves: from a fixed sample epoch by epoch, in ascending order, or
 * of dependent coordinates.
 * @returns undefined where the engine draws the data
 * @param images what digits are drawn from
 * @throws {RangeError} if an epoch is no whole number of batches, or batches of more than one dimension are to be sorted
 */
export function realBatches(arm: GanArm, seeds: readonly number[], images?: LabelledImages): RealBatches | undefined {
  const { data, batches, schedule } = arm;
  if (data.kind === "mnist") return digitBatches(data, schedule.batch, seeds, images);
  if (!batches && data.kind !== "affine-normal") return undefined;
  const ofSeeds = seeds.map((seed) => {
    switch (batches?.kind) {
      case "epochs":
        return epochs(data, schedule.batch, batches, seed);
      case "sorted":
        return sorted(data, schedule.batch, seed);
      default:
        return fresh(data, schedule.batch, stream(seed, "data"));
    }
  });
  const size = schedule.batch * featuresOf(data);
  const all = new Float32Array(seeds.length * size);
  return (t) => {
    for (const [s, batchOf] of ofSeeds.entries()) all.set(batchOf(t), s * size);
    return all;
  };
}

export function featuresOf(data: Data): number {
  if (data.kind === "mnist") return imagePixels;
  return data.kind === "affine-normal" ? 2 : 1;
}

/** Images drawn with replacement: any of them, each time. */
function digitBatches(
  data: Digits,
  batch: number,
  seeds: readonly number[],
  images: LabelledImages | undefined,
): RealBatches {
  if (!images) throw new RangeError("expected images to draw digits from, got none; hand them to the training");
  const batchOf = imageBatches(images.images, data.normalisation);
  const count = data.images ?? images.count;
  const streams = seeds.map((seed) => stream(seed, "data"));
  const size = batch * imagePixels;
  const all = new Float32Array(seeds.length * size);
  return (t) => {
    for (const [s, numbers] of streams.entries()) {
      const picks = numbers.uniforms(batch, t * drawLength(batch));
      const indices = Array.from(picks, (u) => Math.floor(u * count));
      batchOf(indices, all.subarray(s * size, (s + 1) * size));
    }
    return all;
  };
}

type BatchOf = (t: number) => Float32Array;

const fresh = (data: Data, batch: number, numbers: Stream): BatchOf => {
  const span = drawSpan(data, batch);
  return (t) => draw(data, batch, numbers, t * span);
};

function sorted(data: Data, batch: number, seed: number): BatchOf {
  if (featuresOf(data) > 1) throw new RangeError("expected one-dimensional data to sort, got data in the plane");
  const batchOf = fresh(data, batch, stream(seed, "data"));
  return (t) => batchOf(t).sort();
}

/** One seed's sample: the `points` of the stream "data", whatever becomes of them in batches. @returns `[points, features]` */
export const sampleOf = (data: Data, points: number, seed: number): Float32Array =>
  draw(data, points, stream(seed, "data"));

function epochs(
  data: Data,
  batch: number,
  { points, isUnpaired }: Extract<GanArm["batches"], { kind: "epochs" }>,
  seed: number,
): BatchOf {
  if (points % batch !== 0) {
    throw new RangeError(`expected a batch that divides the ${points} points of an epoch, got ${batch}`);
  }
  const features = featuresOf(data);
  const sample = sampleOf(data, points, seed);
  if (isUnpaired) unpair(sample, features, points, stream(seed, "unpairing"));
  const orders = stream(seed, "epochs");
  const updates = points / batch;
  let [epoch, order] = [-1, new Uint32Array()];
  const out = new Float32Array(batch * features);
  return (t) => {
    const wanted = Math.floor(t / updates);
    if (wanted !== epoch) [epoch, order] = [wanted, permutation(points, orders, wanted)];
    for (let i = 0; i < batch; i++) {
      const point = order[(t % updates) * batch + i];
      for (let f = 0; f < features; f++) out[i * features + f] = sample[point * features + f];
    }
    return out;
  };
}

/** Shuffles every coordinate but the first on its own, in place. */
function unpair(sample: Float32Array, features: number, points: number, numbers: Stream): void {
  for (let f = 1; f < features; f++) {
    const order = permutation(points, numbers, f - 1);
    const column = Float32Array.from(order, (point) => sample[point * features + f]);
    column.forEach((value, i) => {
      sample[i * features + f] = value;
    });
  }
}
