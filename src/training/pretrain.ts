import { distribution } from "../data/distribution.ts";
import type { Adversary, Engine } from "../engine/engine.ts";
import type { GanArm } from "../experiment/arm.ts";
import { drawLength, stream } from "../random/stream.ts";
import { drawLatent } from "./latent.ts";
import { play } from "./play.ts";

/** What the generator is fitted to, when that is another generator: the samples it gives for latents `[n, dimensions]`. */
export type Teacher = (latent: Float32Array) => Promise<Float32Array>;

/**
 * Fits the generator to a known map by squared error before the game begins. Inputs come from `latent/pretraining`;
 * the optimizer is forgotten afterwards.
 * @returns the teacher, if the map was that of another arm's generator
 */
export async function pretrain(adversary: Adversary, arm: GanArm, engine: Engine): Promise<Teacher | undefined> {
  if (!arm.pretraining) return undefined;
  const { player, updates, batch, target } = arm.pretraining;
  const teacher = target.kind === "generator-of" ? await trained(target.arm, adversary.seeds, engine) : undefined;
  const { quantile } = distribution(arm.data);
  // A uniform k·2⁻²⁴ can be 0, where the quantile is −∞: the middle of its cell is the value it stands for.
  const quantiles = (latent: Float32Array) => latent.map((u) => quantile(u + 2 ** -25));

  const streams = adversary.seeds.map((seed) => stream(seed, "latent/pretraining"));
  const length = drawLength(batch * arm.latent.dimensions);
  for (let update = 0; update < updates; update++) {
    const latent = concatenate(streams.map((numbers) => drawLatent(arm.latent, batch, numbers, update * length)));
    adversary.regress(player, latent, teacher ? await teacher.sample(latent, batch) : quantiles(latent));
  }
  adversary.resetOptimizer(player);
  return teacher && (async (latent) => teacher.sample(latent));
}

/** The adversary of another arm after its whole training, unrecorded. */
async function trained(arm: GanArm, seeds: readonly number[], engine: Engine): Promise<Adversary> {
  const adversary = await engine.create(arm, seeds);
  await pretrain(adversary, arm, engine);
  await play(adversary, arm.schedule);
  return adversary;
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.length * parts[0].length);
  parts.forEach((part, s) => {
    whole.set(part, s * part.length);
  });
  return whole;
}
