import * as tf from "@tensorflow/tfjs-core";
import { type Draw, drawSamples, drawSpan } from "../../random/draws.ts";
import type { Draws, NetworkOptions, Workspace } from "../network.ts";
import type { Backend } from "./backend.ts";
import { TfjsNetwork } from "./network.ts";
import type { Batch } from "./pass.ts";
import { type MakeStream, Uploads } from "./uploads.ts";

/** All seeds at once: operation after operation on tensors `[S, …]`. */
export class TfjsWorkspace implements Workspace<Batch> {
  readonly seeds: readonly number[];
  readonly turns = 1;
  readonly settle?: () => Promise<void>;
  readonly #backend: string;
  readonly #streamOf: MakeStream;
  readonly #networks: TfjsNetwork[] = [];
  readonly #uploads: Uploads[] = [];

  constructor(seeds: readonly number[], backend: Pick<Backend, "name" | "isQueued">, streamOf: MakeStream) {
    this.seeds = [...seeds];
    this.#backend = backend.name;
    this.#streamOf = streamOf;
    // What was queued is done in its order, so one network's weights tell of all.
    if (backend.isQueued) this.settle = () => this.#networks[0].settle();
  }

  network(options: NetworkOptions): TfjsNetwork {
    const network = new TfjsNetwork(options, this.seeds, this.#streamOf);
    this.#networks.push(network);
    return network;
  }

  draws(draw: Draw, purpose: string, rows: number, features: number): Draws<Batch> {
    const streams = this.seeds.map((seed) => this.#streamOf(seed, purpose));
    const n = rows * features;
    const uploads = new Uploads({ seeds: this.seeds.length, rows, features }, (s, t) =>
      drawSamples(draw, streams[s], n, t * drawSpan(draw, n)),
    );
    this.#uploads.push(uploads);
    return {
      fill(_turn, t, to) {
        to.tensor = uploads.at(t);
      },
    };
  }

  within<T>(work: () => T): T {
    let result: T | undefined;
    tf.tidy(() => {
      result = work();
    });
    return result as T;
  }

  check(): void {
    if (tf.getBackend() === this.#backend) return;
    throw new Error(
      `expected the backend ${this.#backend} of this adversary, got ${tf.getBackend()}; use one tfjs engine after the other`,
    );
  }

  dispose(): void {
    for (const one of [...this.#networks, ...this.#uploads]) one.dispose();
  }
}
