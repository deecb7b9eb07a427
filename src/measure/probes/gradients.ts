import type { GanArm } from "../../language/arm.ts";
import { drawLatent } from "../../random/latent.ts";
import { drawLength, stream } from "../../random/stream.ts";
import { eachSeed, type Probe } from "./probe.ts";

/** Latents of one measurement of a gradient's norm, where the arm's own batch is smaller: that of the 1-D notebook. */
const leastBatch = 64;

/** The generator's gradient under either loss, at the same weights and latents. */
export const ofGradients: Probe = {
  metrics: ["gradientNorm", "gradientRatio"],
  async measure(context) {
    const { adversary, arm, round } = context;
    const batch = Math.max(leastBatch, arm.schedule.batch);
    const norms = await adversary.gradientNorms(latents(adversary.seeds, arm, batch, round), batch);
    const { nonSaturating, saturating } = norms;
    return {
      gradientNorm: arm.generatorLoss === "saturating" ? saturating : nonSaturating,
      gradientRatio: eachSeed(context, (s) => nonSaturating[s] / saturating[s]),
    };
  },
};

/** Fresh every round. @returns `[S, batch, dimensions]` */
function latents(seeds: readonly number[], arm: GanArm, batch: number, round: number): Float32Array {
  const size = batch * arm.latent.dimensions;
  const all = new Float32Array(seeds.length * size);
  seeds.forEach((seed, s) => {
    all.set(drawLatent(arm.latent, batch, stream(seed, "latent/probe"), round * drawLength(size)), s * size);
  });
  return all;
}

export const ofLosses: Probe = {
  metrics: ["discriminatorLoss", "generatorLoss"],
  async measure({ adversary }) {
    const { discriminator, generator } = await adversary.losses();
    return { discriminatorLoss: discriminator, generatorLoss: generator };
  },
};
