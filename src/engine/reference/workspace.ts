import { type Draw, drawSamples, drawSpan } from "../../random/draws.ts";
import { stream } from "../../random/stream.ts";
import type { Draws, NetworkOptions, Workspace } from "../network.ts";
import { ReferenceNetwork } from "./ensemble.ts";
import type { Batch } from "./pass.ts";

/** Independent seeds, one after the other. */
export class ReferenceWorkspace implements Workspace<Batch> {
  readonly seeds: readonly number[];
  readonly turns: number;

  constructor(seeds: readonly number[]) {
    this.seeds = [...seeds];
    this.turns = seeds.length;
  }

  network(options: NetworkOptions): ReferenceNetwork {
    return new ReferenceNetwork(options, this.seeds);
  }

  draws(draw: Draw, purpose: string, rows: number, features: number): Draws<Batch> {
    const streams = this.seeds.map((seed) => stream(seed, purpose));
    const n = rows * features;
    return {
      fill(turn, t, to) {
        to.values = Float64Array.from(drawSamples(draw, streams[turn], n, t * drawSpan(draw, n)));
      },
    };
  }

  within<T>(work: () => T): T {
    return work();
  }

  dispose(): void {}
}
