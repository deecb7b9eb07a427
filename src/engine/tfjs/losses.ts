import * as tf from "@tensorflow/tfjs-core";
import type { Losses, Player } from "../engine.ts";

/** Sums up the losses of an ensemble's updates, on the device, until they are asked for. */
export class TfjsLosses {
  readonly #seeds: number;
  #sums: Partial<Record<Player, tf.Tensor1D>> = {};
  #counts: Record<Player, number> = { discriminator: 0, generator: 0 };

  constructor(seeds: number) {
    this.#seeds = seeds;
  }

  /** The losses `[S]` of one update; disposes of them. */
  add(player: Player, losses: tf.Tensor1D): void {
    const before = this.#sums[player];
    this.#sums[player] = before ? tf.add(before, losses) : losses;
    this.#counts[player]++;
    if (before) tf.dispose([before, losses]);
  }

  /** Means since the last call, NaN where there was no update; begins anew. */
  async take(): Promise<Losses> {
    const [sums, counts] = [this.#sums, this.#counts];
    this.#sums = {};
    this.#counts = { discriminator: 0, generator: 0 };
    const meanOf = async (player: Player): Promise<Float64Array> => {
      const sum = sums[player];
      if (!sum) return new Float64Array(this.#seeds).fill(Number.NaN);
      const means = Float64Array.from(await sum.data(), (total) => total / counts[player]);
      sum.dispose();
      return means;
    };
    return { discriminator: await meanOf("discriminator"), generator: await meanOf("generator") };
  }

  dispose(): void {
    tf.dispose(Object.values(this.#sums));
  }
}
