import type { GanArm } from "../../language/arm.ts";
import type { Player } from "../engine.ts";
import { WasmAdversary } from "../wasm/adversary.ts";
import { loadKernels } from "../wasm/kernels.ts";

/**
 * Answers on the CPU, with the kernels of the engine `wasm` on a copy of the weights: gradients' norms, which are asked
 * for seldom and of few latents; and all else where the CPU plays the graphics card and would only do it slower.
 */
export class HostEvaluation {
  readonly #arm: GanArm;
  readonly #seeds: readonly number[];
  #adversary: Promise<WasmAdversary> | undefined;
  readonly #loaded: Partial<Record<Player, Float32Array>> = {};

  constructor(arm: GanArm, seeds: readonly number[]) {
    this.#arm = arm;
    this.#seeds = seeds;
  }

  /** The networks with these weights, `[S, P]`. Nothing is copied twice. */
  async withWeights(weights: Readonly<Record<Player, Float32Array>>): Promise<WasmAdversary> {
    this.#adversary ??= loadKernels().then((kernels) => new WasmAdversary(kernels, this.#arm, this.#seeds));
    const adversary = await this.#adversary;
    for (const player of ["generator", "discriminator"] as const) {
      if (this.#loaded[player] === weights[player]) continue;
      adversary.setWeights(player, weights[player]);
      this.#loaded[player] = weights[player];
    }
    return adversary;
  }

  dispose(): void {
    this.#adversary = undefined;
  }
}
