import { sampleOf } from "../../../src/data/batches.ts";
import { ganLayout } from "../../../src/engine/layout.ts";
import { forward } from "../../../src/engine/reference/network.ts";
import { median, trained } from "../../../src/figure/seeds.ts";
import type { Vector } from "../../../src/figure/streamlines.ts";
import type { GanArm } from "../../../src/language/arm.ts";
import type { PlaneGaussian } from "../../../src/measure/gaussian.ts";
import { generatedGaussian, planeTarget } from "../../../src/measure/probes/plane.ts";
import { stream } from "../../../src/random/stream.ts";
import type { NdArray, Trial } from "../../../src/trial/trial.ts";
import { arms } from "../arms.ts";

/** Both players of one trial at one moment. */
export interface Moment {
  readonly seed: number;
  readonly generator: Float64Array;
  readonly discriminator: Float64Array;
}

const { deck } = arms;
const layout = ganLayout(deck);

/** What the data are drawn from. */
export const target: PlaneGaussian = planeTarget(deck.data as Extract<typeof deck.data, { kind: "affine-normal" }>);

/** When training ended. */
export const endOf = (trial: Trial): Moment => ({
  seed: trial.seed,
  generator: Float64Array.from(arrayOf(trial, "weights.generator").data),
  discriminator: Float64Array.from(arrayOf(trial, "weights.discriminator").data),
});

/** Every filmed moment with its round. @throws {Error} if the trial has kept no film */
export function momentsOf(trial: Trial): (Moment & { readonly round: number })[] {
  const [generator, discriminator] = ["generator", "discriminator"].map((name) => {
    const { data, shape } = arrayOf(trial, `frames.${name}`);
    return (i: number) => Float64Array.from(data.subarray(i * shape[1], (i + 1) * shape[1]));
  });
  return Array.from(arrayOf(trial, "frames.rounds").data as ArrayLike<number>, (round, i) => ({
    seed: trial.seed,
    round,
    generator: generator(i),
    discriminator: discriminator(i),
  }));
}

/** The 1000 points that runs of this seed are trained on. */
export const realPoints = (seed: number): Vector[] => pairs(sampleOf(deck.data, 1000, seed));

/** `n` generated points, of the same latents at every moment. */
export const fakePoints = (moment: Moment, n: number): Vector[] => pairs(generate(moment, n));

export const gaussianOf = ({ generator }: Moment): PlaneGaussian => generatedGaussian(deck, generator);

/** D, as a probability, at points `[n, 2]`. */
export const discriminate = ({ discriminator }: Moment, points: Float64Array): Float64Array =>
  forward(layout.discriminator, discriminator, points, points.length / 2).output;

/** G of standard normal latents, `[n, 2]`. */
export const generate = ({ seed, generator }: Moment, n: number): Float64Array =>
  forward(layout.generator, generator, Float64Array.from(stream(seed, "figure/latent").normals(2 * n)), n).output;

/** Of a metric when training ended, over the seeds that were trained. */
export const medianEnd = (trials: readonly Trial[], metric: string): number =>
  median(trained(trials).map(({ end }) => end[metric]));

export const discriminatorLayout = layout.discriminator;

/** The step sizes of an arm, D's first. */
export const stepSizesOf = ({ optimizer }: GanArm): readonly [number, number] => [
  optimizer.discriminator.stepSize,
  optimizer.generator.stepSize,
];

const pairs = (flat: ArrayLike<number>): Vector[] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]] as const);

function arrayOf({ arrays, seed }: Trial, name: string): NdArray {
  const array = arrays[name];
  if (!array) {
    const known = Object.keys(arrays).join(", ") || "none";
    throw new Error(`expected the array ${name} in seed ${seed}, got ${known}; train it again`);
  }
  return array;
}
