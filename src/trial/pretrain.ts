import { joined } from "../engine/by-seed.ts";
import type { Adversary, Engine, Player } from "../engine/engine.ts";
import { kernelStreams } from "../engine/wasm/stream.ts";
import type { GanArm, Pretraining } from "../language/arm.ts";
import type { Teacher } from "../measure/probes/probe.ts";
import { affine } from "../random/affine.ts";
import { distribution } from "../random/distribution.ts";
import { drawLatent } from "../random/latent.ts";
import { drawLength, type Stream } from "../random/stream.ts";
import { play, settleEvery } from "./play.ts";

/**
 * Fits one player to a known function by squared error before the game begins. It does so with an optimizer of its own,
 * whose moments are not carried into the game. Inputs come from `latent/pretraining` or `data/pretraining`.
 * @returns the teacher, if the function was another arm's generator; the caller disposes of it
 */
export async function pretrain(adversary: Adversary, arm: GanArm, engine: Engine): Promise<Teacher | undefined> {
  if (!arm.pretraining) return undefined;
  const { updates, target } = arm.pretraining;
  const { seeds } = adversary;
  const teacher = target.kind === "generator-of" ? await trained(target.arm, seeds, engine) : undefined;
  const player: Player = target.kind === "density" ? "discriminator" : "generator";
  const batchOf = await inputs(arm, arm.pretraining, seeds);
  const answer = answers(arm, arm.pretraining, teacher);
  const student = await engine.create(studentOf(arm, arm.pretraining), seeds);
  for (let update = 0; update < updates; update++) {
    const input = batchOf(update);
    student.regress(player, input, await answer(input));
    if (update % settleEvery === 0) await student.settle?.();
  }
  adversary.setWeights(player, await student.weights(player));
  student.dispose();
  return teacher;
}

/** The arm under which a player is pretrained: perhaps unclamped, perhaps with another optimizer. */
function studentOf(arm: GanArm, { target, optimizer }: Pretraining): GanArm {
  const { clamp, ...unclamped } = arm.discriminator;
  return {
    ...arm,
    discriminator: target.kind === "density" && !target.isClamped ? unclamped : arm.discriminator,
    optimizer: optimizer ? { generator: optimizer, discriminator: optimizer } : arm.optimizer,
  };
}

/** The inputs of update t, `[S, batch, inputs]`. */
async function inputs(
  arm: GanArm,
  { target, batch }: Pretraining,
  seeds: readonly number[],
): Promise<(t: number) => Float32Array> {
  const purpose = target.kind === "density" ? "data/pretraining" : "latent/pretraining";
  const stream = await kernelStreams();
  const streams = seeds.map((seed) => stream(seed, purpose));
  const length = drawLength(batch * (target.kind === "density" ? 1 : arm.latent.dimensions));
  const drawOne = (numbers: Stream, from: number) =>
    target.kind === "density"
      ? affine(numbers.uniforms(batch, from), target.high - target.low, target.low)
      : drawLatent(arm.latent, batch, numbers, from);
  return (t) => joined(streams.map((numbers) => drawOne(numbers, t * length)));
}

/** What the player should say to inputs `[S, batch, inputs]`: `[S, batch, outputs]`. */
function answers(
  arm: GanArm,
  { target, batch }: Pretraining,
  teacher: Teacher | undefined,
): (input: Float32Array) => Float32Array | Promise<Float32Array> {
  if (teacher) return (latent) => teacher.sample(latent, batch);
  const { quantile, pdf } = distribution(arm.data);
  if (target.kind === "density") return (x) => x.map(pdf);
  // A uniform k·2⁻²⁴ can be 0, where the quantile is −∞: the middle of its cell is the value it stands for.
  return (latent) => latent.map((u) => quantile(u + 2 ** -25));
}

/** The adversary of another arm after its whole training, unrecorded. */
async function trained(arm: GanArm, seeds: readonly number[], engine: Engine): Promise<Adversary> {
  const adversary = await engine.create(arm, seeds);
  (await pretrain(adversary, arm, engine))?.dispose();
  await play(adversary, arm);
  return adversary;
}
