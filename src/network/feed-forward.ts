import type { Engine } from "../engine/engine.ts";
import type { Dense, GanArm, Optimizer } from "../language/arm.ts";

export interface FeedForwardOptions {
  readonly inputs: number;
  readonly layers: readonly Dense[];
  /** Initial weights come from `stream(seed, "init/generator")`. */
  readonly seed?: number;
  /** For {@link FeedForward.fit}; plain gradient descent, which needs no memory, unless told. */
  readonly optimizer?: Optimizer;
}

/** One network with no adversary. */
export interface FeedForward {
  /** One step on the mean squared error. @param input `[n, inputs]` @param target `[n, outputs]` */
  fit(input: Float32Array, target: Float32Array): void;
  /** f(input), without dropout. @param input `[n, inputs]` @returns `[n, outputs]` */
  apply(input: Float32Array): Promise<Float32Array>;
  /** Layer after layer: kernel `[in, out]` row-major, then bias `[out]`. */
  weights(): Promise<Float32Array>;
  setWeights(weights: Float32Array): void;
  dispose(): void;
}

/**
 * A network by itself on any engine. Engines know only adversaries, so it is the generator of one whose discriminator is
 * as small as can be and is never asked for anything.
 */
export async function feedForward(engine: Engine, options: FeedForwardOptions): Promise<FeedForward> {
  const { seed = 1 } = options;
  const adversary = await engine.create(armOf(options), [seed]);
  return {
    fit: (input, target) => adversary.regress("generator", input, target),
    apply: async (input) => adversary.sample(input),
    weights: async () => adversary.weights("generator"),
    setWeights: (weights) => adversary.setWeights("generator", weights),
    dispose: () => adversary.dispose(),
  };
}

function armOf({ inputs, layers, optimizer = { kind: "sgd", stepSize: 0 } }: FeedForwardOptions): GanArm {
  return {
    kind: "gan",
    data: { kind: "normal", mean: 0, sd: 1 },
    latent: { kind: "normal", dimensions: inputs, mean: 0, sd: 1 },
    generator: { layers },
    discriminator: { layers: [{ units: 1, activation: "sigmoid", init: { kind: "normal", sd: 0 } }] },
    optimizer: { generator: optimizer, discriminator: { kind: "sgd", stepSize: 0 } },
    generatorLoss: "non-saturating",
    // The game's buffers are as large as its batch.
    schedule: { rounds: 0, discriminatorSteps: 0, generatorSteps: 0, batch: 1 },
    record: { metrics: [], rounds: [] },
  };
}
