import { imagePixels, toUnitRange } from "../../data/images.ts";
import { part } from "../../engine/by-seed.ts";
import type { Adversary } from "../../engine/engine.ts";
import type { Normalisation } from "../../language/arm.ts";
import type { MetricOf } from "../../language/metrics.ts";
import { drawLatent } from "../../random/latent.ts";
import { stream } from "../../random/stream.ts";
import { classifierScore, classShares, divergenceFromUniform, modesCovered } from "../classes.ts";
import { classes } from "../classifier/train.ts";
import { frechetDistance } from "../frechet.ts";
import type { ImageInstruments } from "../image-instruments.ts";
import { fitGaussian, type Gaussian } from "../multivariate.ts";
import { normalisationOf } from "../normalisation.ts";
import { averagePool, borderEnergy, pixelShares, pooledPixels, totalVariance } from "../pixels.ts";
import type { Measurements, Probe, ProbeContext } from "./probe.ts";

/** Images that a metric is computed from: always as many, because a Fréchet distance depends on their number. */
const sampleSize = 5000;

/**
 * Generated digits against the 10,000 test images. Metrics see what a viewer would: pixels outside the data's range are
 * clipped to it; `between` and `outside` alone look at them unclipped. Both Fréchet distances are in percent of the total
 * variance of the test images' features, so that they do not depend on the features' scale.
 */
export const ofImages: Probe = {
  metrics: [
    "frechet",
    "frechetPooled",
    "modes",
    "classDivergence",
    "classifierScore",
    "between",
    "outside",
    "diversity",
    "borderEnergy",
  ],
  async measure(context): Promise<Measurements> {
    const { adversary, arm, instruments } = context;
    if (!instruments) throw new RangeError("expected a classifier and test images to measure digits with, got none");
    const values: Record<string, Float64Array> = {};
    for (let s = 0; s < adversary.seeds.length; s++) {
      for (const [metric, value] of Object.entries(await measureSeed(context, instruments, s, normalisationOf(arm)))) {
        values[metric] ??= new Float64Array(adversary.seeds.length);
        values[metric][s] = value;
      }
    }
    return values;
  },
};

async function measureSeed(
  { adversary, arm }: ProbeContext,
  instruments: ImageInstruments,
  s: number,
  normalisation: Normalisation,
) {
  const latents = drawLatent(arm.latent, sampleSize, stream(adversary.seeds[s], "latent/measure"));
  return measureImages(toUnitRange(await samplesOf(adversary, s, latents, sampleSize), normalisation), instruments);
}

/** @param raw `[n, 784]`, background 0 and ink 1, not clipped */
export async function measureImages(
  raw: Float32Array,
  instruments: ImageInstruments,
): Promise<Readonly<Record<Exclude<MetricOf<"digits", "samples">, "parzen">, number>>> {
  const { between, outside } = pixelShares(raw);
  const images = clipped(raw);
  const { features, probabilities } = await instruments.classify(images);
  const shares = classShares(probabilities, classes);
  return {
    frechet: inPercent(fitGaussian(features, instruments.features.mean.length), instruments.features),
    frechetPooled: inPercent(fitGaussian(averagePool(images), pooledPixels), instruments.pooled),
    modes: modesCovered(shares),
    classDivergence: divergenceFromUniform(shares),
    classifierScore: classifierScore(probabilities, classes),
    between,
    outside,
    diversity: totalVariance(images, imagePixels) / instruments.variance,
    borderEnergy: borderEnergy(images),
  };
}

/** Samples of one seed only: those of all seeds would fill the memory. */
async function samplesOf(adversary: Adversary, s: number, latents: Float32Array, n: number): Promise<Float32Array> {
  const all = await adversary.sample(latents, n);
  return part(all, s, adversary.seeds.length);
}

function inPercent(generated: Gaussian, real: Gaussian): number {
  const d = real.mean.length;
  let trace = 0;
  for (let i = 0; i < d; i++) trace += real.covariance[i * d + i];
  return (100 * frechetDistance(generated, real)) / trace;
}

/** NaN stays NaN. */
function clipped(pixels: Float32Array): Float32Array {
  const result = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i];
    result[i] = pixel < 0 ? 0 : pixel > 1 ? 1 : pixel;
  }
  return result;
}
