import type { Data, GanArm, Latent } from "../language/arm.ts";
import { componentTable } from "./draw.ts";
import { grid } from "./grid.ts";

/** How the numbers of a stream become a sample. */
export type Draw = AffineDraw | MixtureDraw;

/** shift + scale·x, x uniform on [0, 1) or standard normal. */
export interface AffineDraw {
  readonly kind: "uniform" | "normal";
  readonly scale: number;
  readonly shift: number;
  /** Added to the samples of a batch, one by one: `[batch]`, of one feature. */
  readonly grid?: Float32Array;
}

/** One feature; see `componentTable`. The first half of a draw's positions chooses components, the second is normal. */
export interface MixtureDraw {
  readonly kind: "mixture";
  readonly components: Float32Array;
}

/**
 * The draw that makes an arm's latents. Number of feature f of sample b of draw t stands at position
 * t·drawLength(batch·features) + b·features + f of its stream.
 */
export function latentDraw(latent: Latent, batch: number): Draw {
  if (latent.kind !== "stratified") return drawOf(latent)!;
  const { low, high, jitter } = latent;
  return { kind: "uniform", scale: jitter, shift: 0, grid: grid(low, high, batch) };
}

/** The draw that makes an arm's data, likewise; undefined where real batches must be handed to every update. */
export const dataDraw = ({ data, batches }: GanArm): Draw | undefined => (batches ? undefined : drawOf(data));

/** @throws {RangeError} always */
export function refuseToDraw({ data, batches }: GanArm): never {
  const what = batches ? `batches made as ${batches.kind}` : `a distribution of kind ${data.kind}`;
  throw new RangeError(`expected fresh draws of independent coordinates, got ${what}; pass real batches to the update`);
}

function drawOf(distribution: Data | Exclude<Latent, { kind: "stratified" }>): Draw | undefined {
  switch (distribution.kind) {
    case "uniform":
      return { kind: "uniform", scale: distribution.high - distribution.low, shift: distribution.low };
    case "normal":
      return { kind: "normal", scale: distribution.sd, shift: distribution.mean };
    case "mixture":
      return { kind: "mixture", components: componentTable(distribution.components) };
    default:
      return undefined;
  }
}

/** The streams that the players' updates take their latents from: one and the same where a round shares them. */
export const latentStream = (player: "discriminator" | "generator", { schedule }: GanArm): string =>
  `latent/${schedule.latents === "shared" ? "discriminator" : player}`;
