import type { Engine, Player } from "../../engine/engine.ts";
import { dropoutsOf, ganLayout, maskLength, type NetworkLayout } from "../../engine/layout.ts";
import type { GanArm, Optimizer } from "../../language/arm.ts";
import { dataDraw, drawSamples, drawSpan, dropoutMask, latentDraw, latentStream } from "../../random/draws.ts";
import { drawLength, stream } from "../../random/stream.ts";
import { benchmarkArm, seedsOf } from "../arm.ts";
import { digitArms } from "../digits.ts";
import type { TwinArray, TwinArrays } from "./twin-file.ts";

/** What a peer says that it computes. */
export interface TwinTask {
  readonly arm: GanArm;
  readonly seeds: readonly number[];
  /** The players that are trained, and whose weights are compared. */
  readonly players: readonly Player[];
}

/** Updates that a twin plays before its weights are compared. */
export const twinUpdates = 20;

/** Where a library's Adam adds ε: to the corrected √v̂, or to √v. It takes the same time, and gives other weights. */
export type EpsilonForm = Extract<Optimizer, { kind: "adam" }>["epsilonForm"];

/** Discriminator updates of the 1-D GAN for an ensemble. */
export const updateTask = (size: number, epsilonForm: EpsilonForm): TwinTask => ({
  arm: withEpsilon(benchmarkArm, epsilonForm),
  seeds: seedsOf(size),
  players: ["discriminator"],
});

/** Rounds of an arm on digits. @param name of `digitArms` */
export const digitTask = (name: string, epsilonForm: EpsilonForm): TwinTask => ({
  arm: withEpsilon(digitArms[name], epsilonForm),
  seeds: [checkedSeeds[name]],
  players: ["generator", "discriminator"],
});

/**
 * Where a unit of D is at its kink for a sample, the last bit decides whether Adam moves all its weights by a whole step. In
 * the updates of these seeds no rounding error is enough for that; twin-task.slow.test.ts tries.
 */
const checkedSeeds: Readonly<Record<string, number>> = { momentum: 1, Adam: 2, "Adam, dropout": 1 };

function withEpsilon(arm: GanArm, epsilonForm: EpsilonForm): GanArm {
  const changed = (optimizer: Optimizer): Optimizer =>
    optimizer.kind === "adam" ? { ...optimizer, epsilonForm } : optimizer;
  const { generator, discriminator } = arm.optimizer;
  return { ...arm, optimizer: { generator: changed(generator), discriminator: changed(discriminator) } };
}

/**
 * The initial weights, `[S, P]`, and every number that the updates use: what our engines draw from the streams of the
 * seeds. "real" `[updates, S, batch, features]`, "discriminator latents" and "generator latents"
 * `[updates, S, batch, dimensions]`; where D has dropout, "discriminator masks" `[updates, layers, 2 · batch, units]` and
 * "generator masks" `[updates, layers, batch, units]`: factors after each hidden layer, real samples before generated ones.
 */
export async function twinInput(task: TwinTask, engine: Engine): Promise<TwinArrays> {
  const { arm, seeds, players } = task;
  const { batch } = arm.schedule;
  const { generator, discriminator } = ganLayout(arm);
  const adversary = await engine.create(arm, seeds);
  const latent = latentDraw(arm.latent, batch);
  const latents = (player: Player) => {
    const n = batch * generator.inputs;
    return perUpdate([seeds.length, batch, generator.inputs], (t) =>
      seeds.flatMap((seed) => [
        ...drawSamples(latent, stream(seed, latentStream(player, arm)), n, t * drawSpan(latent, n)),
      ]),
    );
  };
  const arrays: Record<string, TwinArray> = {
    generator: { shape: [seeds.length, generator.parameters], values: await adversary.weights("generator") },
    discriminator: {
      shape: [seeds.length, discriminator.parameters],
      values: await adversary.weights("discriminator"),
    },
    real: perUpdate([seeds.length, batch, discriminator.inputs], (t) => realOf(task, t)),
    "discriminator latents": latents("discriminator"),
  };
  const isDropped = dropoutsOf(discriminator).some(({ rate }) => rate > 0);
  if (isDropped) arrays["discriminator masks"] = masks(task, "discriminator");
  if (players.includes("generator")) {
    arrays["generator latents"] = latents("generator");
    if (isDropped) arrays["generator masks"] = masks(task, "generator");
  }
  adversary.dispose();
  return arrays;
}

/** Plays the updates of a file on one of our engines. Latents and masks it draws itself: the file's come from its streams. */
export async function playGiven(
  { arm, seeds, players }: TwinTask,
  engine: Engine,
  { generator, discriminator, real }: TwinArrays,
): Promise<TwinArrays> {
  const adversary = await engine.create(arm, seeds);
  adversary.setWeights("generator", generator.values);
  adversary.setWeights("discriminator", discriminator.values);
  const size = real.values.length / twinUpdates;
  for (let t = 0; t < twinUpdates; t++) {
    adversary.updateDiscriminator(real.values.slice(t * size, (t + 1) * size));
    if (players.includes("generator")) adversary.updateGenerator();
  }
  const arrays: Record<string, TwinArray> = {};
  for (const player of players) {
    const values = await adversary.weights(player);
    arrays[player] = { shape: [seeds.length, values.length / seeds.length], values };
  }
  adversary.dispose();
  return arrays;
}

/** The real samples of update t, `[S, batch, features]`: those of the arm's stream, or noise in the place of images. */
function realOf({ arm, seeds }: TwinTask, t: number): number[] {
  const n = arm.schedule.batch * ganLayout(arm).discriminator.inputs;
  const draw = dataDraw(arm) ?? ({ kind: "uniform", scale: 1, shift: 0 } as const);
  return seeds.flatMap((seed) => [...drawSamples(draw, stream(seed, "data"), n, t * drawSpan(draw, n))]);
}

/** The factors of D's dropout in the updates of a player; see `MaskSource` in src/engine/network.ts for their places. */
function masks({ arm, seeds }: TwinTask, player: Player): TwinArray {
  const { batch } = arm.schedule;
  const { generator, discriminator } = ganLayout(arm);
  const segments = player === "discriminator" ? 2 : 1;
  const hidden = hiddenDropout(discriminator);
  const from = maskLength(generator, batch);
  const every = from + segments * maskLength(discriminator, batch);
  const numbers = stream(seeds[0], `dropout/${player}`);
  return perUpdate([hidden.length, segments * batch, hidden[0].units], (t) => {
    let position = from + t * every;
    return hidden.flatMap(({ units, rate }) => {
      const mask = dropoutMask(numbers, position, { rows: batch, units, rate, segments });
      position += segments * drawLength(batch * units);
      return [...mask];
    });
  });
}

const hiddenDropout = (layout: NetworkLayout): { units: number; rate: number }[] =>
  dropoutsOf(layout).filter(({ rate }) => rate > 0);

function perUpdate(shape: readonly number[], of: (t: number) => readonly number[]): TwinArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = new Float32Array(twinUpdates * size);
  for (let t = 0; t < twinUpdates; t++) values.set(of(t), t * size);
  return { shape: [twinUpdates, ...shape], values };
}
