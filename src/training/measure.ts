import { distribution } from "../data/distribution.ts";
import type { Adversary } from "../engine/engine.ts";
import type { GanArm, Metric } from "../experiment/arm.ts";
import { isMonotone, kolmogorovSmirnov, midQuantiles, moments, wasserstein1 } from "../metrics/distance.ts";
import { drawLength, stream } from "../random/stream.ts";
import { drawLatent, latentGrid, stratifiedLatent } from "./latent.ts";
import type { Teacher } from "./pretrain.ts";

/** Generated samples that a metric is computed from (CLAIMS: "1,000+ stratified z"). */
const sampleSize = 1000;
/** Points of the notebook's z grid, np.linspace(0, 1, 500). */
const gridSize = 500;
/** Points of [μ − 2σ, μ + 2σ] at which the discriminator is compared with ½: every 0.02σ. */
const gapPoints = 201;
/** Latents of one measurement of a gradient's norm: one batch of the notebook. */
const probeBatch = 64;

/** Every metric that the arm asks for, one value a seed. */
export async function measure(adversary: Adversary, arm: GanArm, round: number, teacher?: Teacher) {
  const target = distribution(arm.data);
  const S = adversary.seeds.length;
  const values = new Map<Metric, Float64Array>(arm.record.metrics.map((metric) => [metric, new Float64Array(S)]));
  const set = (metric: Metric, s: number, value: () => number) => {
    const row = values.get(metric);
    if (row) row[s] = value();
  };

  const latent = stratifiedLatent(arm.latent, sampleSize);
  const generated = await adversary.sample(latent);
  const taught = await teacher?.(latent);
  const exact = midQuantiles(target, sampleSize);
  const onGrid = await adversary.sample(latentGrid(arm.latent, gridSize));
  const around = Float32Array.from(
    { length: gapPoints },
    (_, i) => target.mean + target.sd * ((4 * i) / (gapPoints - 1) - 2),
  );
  const probability = await adversary.discriminate(around);
  for (let s = 0; s < S; s++) {
    const sorted = Float64Array.from(part(generated, s, S)).sort();
    const quantiles = taught ? Float64Array.from(part(taught, s, S)).sort() : exact;
    set("wasserstein1", s, () => wasserstein1(sorted, quantiles, target.sd));
    set("kolmogorovSmirnov", s, () => kolmogorovSmirnov(sorted, target.cdf));
    set("mean", s, () => moments(sorted).mean);
    set("sd", s, () => moments(sorted).sd);
    set("lowest", s, () => (sorted[0] - target.mean) / target.sd);
    set("highest", s, () => (sorted[sorted.length - 1] - target.mean) / target.sd);
    set("monotone", s, () => Number(isMonotone(part(onGrid, s, S))));
    set("discriminatorGap", s, () => part(probability, s, S).reduce((gap, p) => Math.max(gap, Math.abs(p - 0.5)), 0));
  }
  if (values.has("gradientRatio")) {
    const norms = await adversary.gradientNorms(probe(adversary.seeds, arm, round), probeBatch);
    for (let s = 0; s < S; s++) set("gradientRatio", s, () => norms.nonSaturating[s] / norms.saturating[s]);
  }
  return values;
}

/** Latents for the gradients' norms, fresh every round. @returns `[S, probeBatch, dimensions]` */
function probe(seeds: readonly number[], arm: GanArm, round: number): Float32Array {
  const size = probeBatch * arm.latent.dimensions;
  const all = new Float32Array(seeds.length * size);
  seeds.forEach((seed, s) => {
    all.set(drawLatent(arm.latent, probeBatch, stream(seed, "latent/probe"), round * drawLength(size)), s * size);
  });
  return all;
}

/** One seed's share of an ensemble's array. */
export function part(ensemble: Float32Array, s: number, S: number): Float32Array {
  const size = ensemble.length / S;
  return ensemble.subarray(s * size, (s + 1) * size);
}
