import type { GanArm } from "../language/arm.ts";

/** The names that `--engine` accepts. */
export const engineNames = [
  "wasm",
  "webgpu",
  "reference",
  "tfjs:node-gpu",
  "tfjs:webgpu",
  "tfjs:node",
  "tfjs:wasm",
  "tfjs:cpu",
] as const;
export type EngineName = (typeof engineNames)[number];

/** An engine that is not there: what it lacks, and what to do. */
export class EngineError extends Error {
  override name = "EngineError";
}

/** Builds adversaries. An engine knows networks, losses and optimizers, but no schedule, no metric and no claim. */
export interface Engine {
  readonly name: EngineName;
  /** What computes, as its driver calls it, where that is not the CPU. */
  readonly device?: string;
  /**
   * Seeds of an arm that it trains side by side as one ensemble, at most; it then gets one ensemble after the other, in one
   * thread. Without it every trial is trained alone, on all cores at once.
   */
  readonly ensemble?: number;
  /** Why it cannot train an arm, and what to use instead; undefined where it can, and without it it can train all. */
  refusal?(arm: GanArm): string | undefined;
  /**
   * An untrained ensemble: one generator and discriminator for each seed, initialised from
   * `stream(seed, "init/generator")` and `stream(seed, "init/discriminator")`.
   * @throws {RangeError} if the arm asks for what the engine cannot train; the message says what to use instead.
   */
  create(arm: GanArm, seeds: readonly number[]): Promise<Adversary>;
}

export type Reading<T> = T | Promise<T>;
export type Player = "generator" | "discriminator";

/** One value a seed, `[S]` each. */
export type Losses = Readonly<Record<Player, Float64Array>>;

/**
 * S trials of one arm, trained side by side; what happens to one seed is the same to the bit whichever seeds are trained with it
 * (on engines that promise bits). Arrays are row-major float32: `[S, n, features]`.
 *
 * Each kind of draw has a stream and a position of its own (see src/random/stream.ts), so that two arms of one seed
 * see the same numbers wherever they ask for the same: `data`, `latent/discriminator`, `latent/generator` (the former for
 * both players where an arm shares latents), `dropout/discriminator`, `dropout/generator`.
 */
export interface Adversary {
  readonly seeds: readonly number[];
  /**
   * One step on −E log D(x) − E log(1 − D(G(z))), with fresh x and z, or the given real batch `[S, batch, features]`.
   * @throws {RangeError} if none is given where only the host can make it (src/data/batches.ts)
   */
  updateDiscriminator(real?: Float32Array): void;
  /** One step on the arm's generator loss, with fresh z. */
  updateGenerator(): void;
  /**
   * One step of one player on E |f(input) − target|² (mean over the batch and the outputs), with the arm's optimizer.
   * @param input `[S, batch, inputs]`
   * @param target `[S, batch, outputs]`
   */
  regress(player: Player, input: Float32Array, target: Float32Array): void;
  /**
   * Mean losses of the updates since the last call, each loss as it stood before its update's step; NaN where there was no
   * update. One sample counts at most 25 ln 2.
   * @throws {Error} if the arm records no loss
   */
  losses(): Reading<Losses>;

  /**
   * G(z) without dropout.
   * @param latent `[n, dimensions]`, the same for all seeds, or `[S, n, dimensions]`
   * @param n vectors a seed: needed where every seed has its own, as the length alone cannot tell
   * @returns `[S, n, features]`
   */
  sample(latent: Float32Array, n?: number): Reading<Float32Array>;
  /** D(x) as a probability, without dropout. @param x `[n, features]` or `[S, n, features]`; `n` as above. @returns `[S, n]` */
  discriminate(x: Float32Array, n?: number): Reading<Float32Array>;
  /**
   * Euclidean norms of the generator's gradient under either loss, at the present weights and the given latents.
   * Changes nothing.
   * @param latent `[n, dimensions]` or `[S, n, dimensions]`; `n` as above
   */
  gradientNorms(latent: Float32Array, n?: number): Reading<{ nonSaturating: Float64Array; saturating: Float64Array }>;
  /** A copy of one player's weights, layer after layer: kernel `[in, out]` row-major, then bias `[out]`. @returns `[S, P]` */
  weights(player: Player): Reading<Float32Array>;
  /** @throws {RangeError} if the length is not S·P. */
  setWeights(player: Player, weights: Float32Array): void;
  /**
   * Resolves when the updates asked for so far have been made. Engines whose updates only queue work have it, and code that
   * asks for many updates calls it from time to time, so that the queue does not fill the memory.
   * @throws {Error} if the device was lost meanwhile
   */
  settle?(): Promise<void>;
  /** Frees what the ensemble holds; it cannot be used afterwards. */
  dispose(): void;
}
