import { part } from "../../engine/by-seed.ts";
import type { Data } from "../../language/arm.ts";
import { distribution } from "../../random/distribution.ts";
import { latentGrid, stratifiedLatent } from "../../random/latent.ts";
import {
  heightGap,
  isMonotone,
  kolmogorovSmirnov,
  largestStep,
  midQuantiles,
  moments,
  shareWithinOneSd,
  wasserstein1,
} from "../distance.ts";
import { eachSeed, type Probe, type ProbeContext } from "./probe.ts";

/** Generated samples that a metric is computed from (CLAIMS: "1,000+ stratified z"). */
const sampleSize = 1000;

/** What the generator makes of the whole prior, in one dimension. Against the teacher's samples, where there is one. */
export const ofSamples: Probe = {
  metrics: ["wasserstein1", "kolmogorovSmirnov", "heightGap", "withinOneSd", "mean", "sd", "lowest", "highest"],
  async measure(context) {
    const { adversary, arm, teacher } = context;
    const S = adversary.seeds.length;
    const target = distribution(arm.data);
    const latent = stratifiedLatent(arm.latent, sampleSize);
    const generated = await adversary.sample(latent);
    const taught = await teacher?.sample(latent);
    const exact = exactQuantiles(arm.data);
    const sorted = adversary.seeds.map((_, s) => Float64Array.from(part(generated, s, S)).sort());
    const inSd = (x: number) => (x - target.mean) / target.sd;
    return {
      wasserstein1: eachSeed(context, (s) => {
        const quantiles = taught ? Float64Array.from(part(taught, s, S)).sort() : exact;
        return wasserstein1(sorted[s], quantiles, target.sd);
      }),
      kolmogorovSmirnov: eachSeed(context, (s) => kolmogorovSmirnov(sorted[s], target.cdf)),
      heightGap: eachSeed(context, (s) => heightGap(sorted[s], target)),
      withinOneSd: eachSeed(context, (s) => shareWithinOneSd(sorted[s], target)),
      mean: eachSeed(context, (s) => moments(sorted[s]).mean),
      sd: eachSeed(context, (s) => moments(sorted[s]).sd),
      lowest: eachSeed(context, (s) => inSd(sorted[s][0])),
      highest: eachSeed(context, (s) => inSd(sorted[s][sampleSize - 1])),
    };
  },
};

/** They take longer than all else, and stay the same throughout a training. */
function exactQuantiles(data: Data): Float64Array {
  const known = quantilesOf.get(data) ?? midQuantiles(distribution(data), sampleSize);
  quantilesOf.set(data, known);
  return known;
}

const quantilesOf = new WeakMap<Data, Float64Array>();

/** Points of the grid of latents: those of the 1-D notebook, np.linspace(0, 1, 500). */
const gridSize = 500;

export const ofGrid: Probe = {
  metrics: ["monotone", "largestStep"],
  async measure(context) {
    const { adversary, arm } = context;
    const onGrid = await adversary.sample(latentGrid(arm.latent, gridSize));
    const { sd } = distribution(arm.data);
    const of = (s: number) => part(onGrid, s, adversary.seeds.length);
    return {
      monotone: eachSeed(context, (s) => Number(isMonotone(of(s)))),
      largestStep: eachSeed(context, (s) => largestStep(of(s)) / sd),
    };
  },
};

/** The discriminator's answer to all that the generator makes. */
export const ofFakes: Probe = {
  metrics: ["probabilityOfFakes"],
  async measure(context) {
    const { adversary, arm } = context;
    const fakes = await adversary.sample(stratifiedLatent(arm.latent, sampleSize));
    return { probabilityOfFakes: meanAnswer(context, await adversary.discriminate(fakes, sampleSize)) };
  },
};

/** The discriminator's answer to the data, all of them at once: their exact quantiles. */
export const ofReal: Probe = {
  metrics: ["probabilityOfReal"],
  async measure(context) {
    const real = Float32Array.from(exactQuantiles(context.arm.data));
    return { probabilityOfReal: meanAnswer(context, await context.adversary.discriminate(real)) };
  },
};

const meanAnswer = (context: ProbeContext, probability: Float32Array): Float64Array =>
  eachSeed(context, (s) => moments(Float64Array.from(part(probability, s, context.adversary.seeds.length))).mean);
