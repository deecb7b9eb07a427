import type { Dense, Optimizer } from "../language/arm.ts";
import type { Reading } from "./engine.ts";
import { networkLayout } from "./layout.ts";
import type { Workspace } from "./network.ts";
import { Player } from "./player.ts";

export interface PlainNetworkOptions {
  readonly inputs: number;
  readonly layers: readonly Dense[];
  /** Initial weights come from `stream(seed, "init/generator")`; default 1. */
  readonly seed?: number;
  /** For {@link PlainNetwork.fit}; the default remembers nothing and never moves. */
  readonly optimizer?: Optimizer;
}

/** One network by itself, of one seed. */
export interface PlainNetwork {
  /** One step on the mean squared error. @param input `[n, inputs]` @param target `[n, outputs]` */
  fit(input: Float32Array, target: Float32Array): void;
  /** f(input), without dropout. @param input `[n, inputs]` @returns `[n, outputs]` */
  apply(input: Float32Array): Reading<Float32Array>;
  /** Layer after layer: kernel `[in, out]` row-major, then bias `[out]`. */
  weights(): Reading<Float32Array>;
  /** @throws {RangeError} if there are not as many as the network has */
  setWeights(weights: Float32Array): void;
  dispose(): void;
}

/** Makes a network outside a game, for code that does not depend on the engine that computes it. */
export type MakeNetwork = (options: PlainNetworkOptions) => Promise<PlainNetwork>;

/** A network by itself in a workspace of one seed. @throws {RangeError} if it asks for what cannot be trained */
export function plainNetwork<Batch>(
  workspace: Workspace<Batch>,
  { inputs, layers, optimizer = { kind: "sgd", stepSize: 0 } }: PlainNetworkOptions,
): PlainNetwork {
  const layout = networkLayout({ layers }, inputs, "network");
  // The name of its streams is a generator's, which the classifier's committed weights came from.
  const player = new Player(workspace, { layout, optimizer, name: "generator" });
  return {
    fit: (input, target) => player.fit(input, target),
    apply: (input) => player.apply(input),
    weights: () => player.network.weights(),
    setWeights: (weights) => player.setWeights(weights),
    dispose: () => workspace.dispose(),
  };
}
