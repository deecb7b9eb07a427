import type { Draw } from "../../random/draws.ts";
import type { Draws, NetworkOptions, Workspace } from "../network.ts";
import { BatchDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { WasmNetwork } from "./network.ts";

/** One instance of the kernels with its memory. The seeds take turns on shared buffers, which stay in a core's cache. */
export class WasmWorkspace implements Workspace<Address> {
  readonly seeds: readonly number[];
  readonly turns: number;
  readonly #kernels: Kernels;

  constructor(kernels: Kernels, seeds: readonly number[]) {
    this.#kernels = kernels;
    this.seeds = [...seeds];
    this.turns = seeds.length;
  }

  network(options: NetworkOptions): WasmNetwork {
    return new WasmNetwork(this.#kernels, options, this.seeds);
  }

  draws(draw: Draw, purpose: string, rows: number, features: number): Draws<Address> {
    return new BatchDraws(this.#kernels, draw, { purpose, seeds: this.seeds, rows, features });
  }

  within<T>(work: () => T): T {
    return work();
  }

  dispose(): void {
    this.#kernels.release();
  }
}
