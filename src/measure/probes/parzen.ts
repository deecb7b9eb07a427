import { imageBatches, imagePixels, toUnitRange, unitRange } from "../../data/images.ts";
import { part } from "../../engine/by-seed.ts";
import { drawLatent } from "../../random/latent.ts";
import { stream } from "../../random/stream.ts";
import type { ImageInstruments } from "../image-instruments.ts";
import { normalisationOf } from "../normalisation.ts";
import { parzen } from "../parzen.ts";
import type { Probe } from "./probe.ts";

/** Samples that kernels stand on, as many as Goodfellow et al. 2014 took. */
const sampleSize = 10_000;

/** Training images that are kept for choosing the bandwidth (Goodfellow et al. 2014: 1,000 of those after the 50,000th). */
export const kept = { from: 50_000, count: 1000 };

/** Parzen's mean log-likelihood of the 10,000 test images: seconds of work. */
export const ofLikelihood: Probe = {
  metrics: ["parzen"],
  async measure({ adversary, arm, instruments }) {
    if (!instruments) throw new RangeError("expected test images to measure digits with, got none");
    const values = new Float64Array(adversary.seeds.length);
    for (const [s, seed] of adversary.seeds.entries()) {
      const latents = drawLatent(arm.latent, sampleSize, stream(seed, "latent/parzen"));
      const samples = part(await adversary.sample(latents, sampleSize), s, adversary.seeds.length);
      values[s] = await logLikelihood(toUnitRange(samples, normalisationOf(arm)), instruments);
    }
    return { parzen: values };
  },
};

/** Parzen's mean log-likelihood of as many test images, in nats. @param images `[n, 784]` in [0, 1] */
export async function logLikelihood(images: Float32Array, instruments: ImageInstruments): Promise<number> {
  const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const validation = imageBatches(instruments.train.images, unitRange)(range(kept.from, kept.count));
  const tested = Math.min(images.length / imagePixels, instruments.test.count);
  const test = imageBatches(instruments.test.images, unitRange)(range(0, tested));
  const { mean } = await parzen(instruments.makeNetwork, {
    generated: images,
    validation,
    test,
    dimensions: imagePixels,
  });
  return mean;
}
