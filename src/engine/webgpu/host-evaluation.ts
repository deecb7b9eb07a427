import type { GanArm } from "../../language/arm.ts";
import type { Adversary, Engine, Player } from "../engine.ts";

/** An engine on the CPU, for what the card does not answer. */
export type Host = Pick<Engine, "create">;

/**
 * Answers on the CPU, with another engine's networks on a copy of the weights: gradients' norms, which are asked for seldom
 * and of few latents; and all else where the CPU plays the graphics card and would only do it slower.
 */
export class HostEvaluation {
  readonly #host: Host;
  readonly #arm: GanArm;
  readonly #seeds: readonly number[];
  #adversary: Promise<Adversary> | undefined;
  readonly #loaded: Partial<Record<Player, Float32Array>> = {};

  constructor(host: Host, arm: GanArm, seeds: readonly number[]) {
    this.#host = host;
    this.#arm = arm;
    this.#seeds = seeds;
  }

  /** The networks with these weights, `[S, P]`. Nothing is copied twice. */
  async withWeights(weights: Readonly<Record<Player, Float32Array>>): Promise<Adversary> {
    this.#adversary ??= this.#host.create(this.#arm, this.#seeds);
    const adversary = await this.#adversary;
    for (const player of ["generator", "discriminator"] as const) {
      if (this.#loaded[player] === weights[player]) continue;
      adversary.setWeights(player, weights[player]);
      this.#loaded[player] = weights[player];
    }
    return adversary;
  }

  dispose(): void {
    this.#adversary?.then((adversary) => adversary.dispose());
    this.#adversary = undefined;
  }
}
