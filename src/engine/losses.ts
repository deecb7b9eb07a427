import type { GanArm } from "../language/arm.ts";
import type { Losses, Player } from "./engine.ts";

/** Sums up the losses of an ensemble's updates until they are asked for. */
export class LossMeans {
  readonly #sums: Record<Player, Float64Array>;
  readonly #counts: Record<Player, Float64Array>;

  constructor(seeds: number) {
    this.#sums = { discriminator: new Float64Array(seeds), generator: new Float64Array(seeds) };
    this.#counts = { discriminator: new Float64Array(seeds), generator: new Float64Array(seeds) };
  }

  /** The loss of one update of the seed at index s. */
  add(player: Player, s: number, loss: number): void {
    this.#sums[player][s] += loss;
    this.#counts[player][s]++;
  }

  /** Means since the last call, NaN where there was no update; begins anew. */
  take(): Losses {
    const meanOf = (player: Player) => this.#sums[player].map((sum, s) => sum / this.#counts[player][s]);
    const means = { discriminator: meanOf("discriminator"), generator: meanOf("generator") };
    for (const player of ["discriminator", "generator"] as const) {
      this.#sums[player].fill(0);
      this.#counts[player].fill(0);
    }
    return means;
  }
}

/** @throws {Error} if there are none to take */
export function takeLosses(losses: LossMeans | undefined): Losses {
  if (!losses) throw new Error("expected an arm that records losses, got one that does not; name them in its metrics");
  return losses.take();
}

/** Whether an arm asks for losses: where it does not, no engine computes them. */
export const wantsLosses = ({ record }: GanArm): boolean =>
  record.metrics.includes("discriminatorLoss") || record.metrics.includes("generatorLoss");
