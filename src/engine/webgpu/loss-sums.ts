import type { GanArm } from "../../language/arm.ts";
import type { Losses, Player } from "../engine.ts";
import type { MemoryPlan } from "./memory-plan.ts";
import { lossUnit, lossWords } from "./wgsl/interface.ts";

/** Counts updates, and makes means of the sums that the kernel's threads kept meanwhile. */
export class LossSums {
  readonly #arm: GanArm;
  readonly #threads: number;
  readonly #updates: Record<Player, number> = { discriminator: 0, generator: 0 };

  constructor(arm: GanArm, { threads }: MemoryPlan) {
    this.#arm = arm;
    this.#threads = threads;
  }

  count(player: Player): void {
    this.#updates[player]++;
  }

  /**
   * Starts again from zero.
   * @returns what makes means of the sums up to now, NaN where there was no update, from words `[S, 2, threads, lossWords]`
   */
  close(): (words: Uint32Array) => Losses {
    const { schedule, discriminatorLossFactor = 1, generatorLoss } = this.#arm;
    const sign = generatorLoss === "saturating" ? -1 : 1;
    const ofD = discriminatorLossFactor / (schedule.batch * this.#updates.discriminator);
    const ofG = sign / (schedule.batch * this.#updates.generator);
    this.#updates.discriminator = 0;
    this.#updates.generator = 0;
    return (words) => ({ discriminator: this.#means(words, 0, ofD), generator: this.#means(words, 1, ofG) });
  }

  #means(words: Uint32Array, player: 0 | 1, factor: number): Float64Array {
    const wordsOfSeed = 2 * this.#threads * lossWords;
    return Float64Array.from({ length: words.length / wordsOfSeed }, (_, s) => {
      let sum = 0;
      for (let thread = 0; thread < this.#threads; thread++) {
        const at = s * wordsOfSeed + (player * this.#threads + thread) * lossWords;
        if (words[at + 2] !== 0) return Number.NaN;
        sum += words[at] + (words[at + 1] | 0) * 2 ** 32;
      }
      return sum * lossUnit * factor;
    });
  }
}
