import type { Data, GanArm, Latent } from "../language/arm.ts";
import { affine } from "./affine.ts";
import { componentTable, mixed } from "./draw.ts";
import { grid } from "./grid.ts";
import { drawLength, type Stream } from "./stream.ts";

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

/** Positions of a stream that one draw of n numbers takes; draw t starts at t times that. */
export const drawSpan = (draw: Draw, n: number): number => (draw.kind === "mixture" ? 2 : 1) * drawLength(n);

/**
 * One draw of n numbers, made on the host.
 * @param from position in the stream, a multiple of 8
 * @returns `[n]`: feature f of sample b at b·features + f
 */
export function drawSamples(draw: Draw, numbers: Stream, n: number, from: number): Float32Array {
  if (draw.kind === "mixture") return mixed(draw.components, n, numbers, from);
  const unscaled = draw.kind === "normal" ? numbers.normals(n, from) : numbers.uniforms(n, from);
  const samples = affine(unscaled, draw.scale, draw.shift);
  const { grid } = draw;
  return grid ? samples.map((value, i) => value + grid[i]) : samples;
}

/**
 * Factors of inverted dropout, made on the host: 0 with probability `rate`, else 1/(1 − rate).
 * @param numbers the uniforms that decide, at `from` and, for each further segment, at the next multiple of 8
 * @returns `[segments · rows, units]`
 */
export function dropoutMask(
  numbers: Stream,
  from: number,
  { rows, units, rate, segments }: { rows: number; units: number; rate: number; segments: number },
): Float64Array {
  const n = rows * units;
  const mask = new Float64Array(segments * n);
  for (let segment = 0; segment < segments; segment++) {
    const uniforms = numbers.uniforms(n, from + segment * drawLength(n));
    uniforms.forEach((u, i) => {
      mask[segment * n + i] = u >= rate ? 1 / (1 - rate) : 0;
    });
  }
  return mask;
}

/** The draw that makes an arm's latents. */
export function latentDraw(latent: Latent, batch: number): Draw {
  if (latent.kind !== "stratified") return drawOf(latent)!;
  const { low, high, jitter } = latent;
  return { kind: "uniform", scale: jitter, shift: 0, grid: grid(low, high, batch) };
}

/** The draw that makes an arm's data; undefined where real batches must be handed to every update. */
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
