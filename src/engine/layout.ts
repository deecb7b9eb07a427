import type { Activation, GanArm, Initializer, Network } from "../language/arm.ts";
import { drawLength } from "../random/stream.ts";
import { expectWord } from "./checks.ts";
import type { Player } from "./engine.ts";
import { expectOptimizer } from "./steps.ts";

/**
 * A dense layer with its place among the network's parameters: kernel `[inputs, units · pieces]` row-major, then bias
 * `[units · pieces]`.
 */
export interface LayerLayout {
  readonly inputs: number;
  readonly units: number;
  /** Columns of the kernel a unit: those of a maxout unit are neighbours, every other has one. */
  readonly pieces: number;
  readonly activation: Activation;
  /** Slope of leaky-relu below zero. */
  readonly slope: number;
  /** Share of units dropped after the activation. */
  readonly dropout: number;
  readonly init: Initializer;
  readonly kernelAt: number;
  readonly biasAt: number;
}

export interface NetworkLayout {
  readonly inputs: number;
  readonly outputs: number;
  readonly layers: readonly LayerLayout[];
  /** Share of inputs dropped. */
  readonly inputDropout: number;
  /** Number of parameters, P of the `Adversary` contract. */
  readonly parameters: number;
  readonly scale: number;
  readonly shift: number;
  /** Bounds of the scaled and shifted output; infinite where there are none. */
  readonly clamp: readonly [low: number, high: number];
  /** Whether scale, shift or clamp change anything. */
  readonly bounded: boolean;
  /** Whether the output is a discriminator's sigmoid as it is: a probability, of which small values matter. */
  readonly isProbability: boolean;
}

/** Slope of leaky-relu where the layer names none: TensorFlow's `tf.nn.leaky_relu`. */
const DEFAULT_SLOPE = 0.2;

/**
 * Both networks of an arm as engines train them.
 *
 * A discriminator that ends in an unbounded linear layer gives logits. Its probability is the sigmoid of them, so it is
 * laid out as the same network with a sigmoid at its end: the same function, weights and gradients.
 * @throws {RangeError} if the arm asks for what cannot be trained; the message says what to use instead.
 */
export function ganLayout(arm: GanArm): { generator: NetworkLayout; discriminator: NetworkLayout } {
  expectWord("a generator's loss", arm.generatorLoss, generatorLosses);
  expectOptimizer(arm.optimizer.generator);
  expectOptimizer(arm.optimizer.discriminator);
  const generator = networkLayout(arm.generator, arm.latent.dimensions, "generator");
  const discriminator = networkLayout(withProbability(arm.discriminator), generator.outputs, "discriminator");
  if (discriminator.outputs !== 1) {
    throw new RangeError(
      `expected a discriminator with 1 output unit, got ${discriminator.outputs}; end it in a layer of 1 unit`,
    );
  }
  if (!Number.isSafeInteger(arm.schedule.batch) || arm.schedule.batch < 1) {
    throw new RangeError(`expected a positive integer as batch, got ${arm.schedule.batch}`);
  }
  const { latents, discriminatorSteps, generatorSteps } = arm.schedule;
  if (latents === "shared" && generatorSteps !== 0 && generatorSteps !== discriminatorSteps) {
    throw new RangeError(
      `expected as many updates of both players a round to share latents, got ${discriminatorSteps} and ${generatorSteps}`,
    );
  }
  return { generator, discriminator };
}

/** Where a network may drop units: its inputs, then each layer's outputs. */
export const dropoutsOf = ({ inputs, inputDropout, layers }: NetworkLayout): { units: number; rate: number }[] => [
  { units: inputs, rate: inputDropout },
  ...layers.map(({ units, dropout }) => ({ units, rate: dropout })),
];

/** Positions of a stream that the dropout masks of one batch of a network take. */
export const maskLength = (layout: NetworkLayout, rows: number): number =>
  dropoutsOf(layout).reduce((length, { units, rate }) => length + (rate > 0 ? drawLength(rows * units) : 0), 0);

function withProbability(discriminator: Network): Network {
  const last = discriminator.layers.at(-1);
  if (last?.activation !== "linear" || discriminator.clamp) return discriminator;
  if ((discriminator.scale ?? 1) !== 1 || (discriminator.shift ?? 0) !== 0) {
    throw new RangeError(
      `expected a discriminator of logits without scale and shift, got scale ${discriminator.scale ?? 1} and shift ${discriminator.shift ?? 0}; scale its last layer's init instead`,
    );
  }
  return { ...discriminator, layers: [...discriminator.layers.slice(0, -1), { ...last, activation: "sigmoid" }] };
}

/**
 * One network as engines train it.
 * @param name is what messages call it; a discriminator's own sigmoid is a probability
 * @throws {RangeError} if the network asks for what cannot be trained
 */
export function networkLayout(network: Network, inputs: number, name: Player | "network"): NetworkLayout {
  if (network.layers.length === 0) throw new RangeError(`expected a ${name} with at least 1 layer, got none`);
  const layers: LayerLayout[] = [];
  let offset = 0;
  let width = inputs;
  for (const layer of network.layers) {
    const { units, activation, init, slope = DEFAULT_SLOPE, pieces = 1, dropout = 0 } = layer;
    const biasAt = offset + width * units * pieces;
    layers.push({ inputs: width, units, pieces, activation, slope, dropout, init, kernelAt: offset, biasAt });
    checkLayer(layers[layers.length - 1], name);
    offset = biasAt + units * pieces;
    width = units;
  }
  const last = layers[layers.length - 1];
  if (last.dropout > 0) {
    throw new RangeError(`expected no dropout after the ${name}'s output layer; put it on a hidden layer`);
  }
  if (last.activation === "maxout") {
    throw new RangeError(`expected no maxout as the ${name}'s output layer; put a linear one on top of it`);
  }
  const { scale = 1, shift = 0, inputDropout = 0 } = network;
  checkShare(inputDropout, name);
  const clamp = network.clamp ?? ([-Infinity, Infinity] as const);
  const bounded = scale !== 1 || shift !== 0 || network.clamp !== undefined;
  const isProbability = name === "discriminator" && last.activation === "sigmoid" && !bounded;
  return {
    inputs,
    outputs: width,
    layers,
    inputDropout,
    parameters: offset,
    scale,
    shift,
    clamp,
    bounded,
    isProbability,
  };
}

/** The words that engines know; the types say the same, but arms may come from files. */
const activations: readonly Activation[] = ["linear", "sigmoid", "tanh", "relu", "leaky-relu", "maxout"];
const initializers: readonly Initializer["kind"][] = ["glorot-uniform", "uniform", "normal", "normal-fan-in"];
const generatorLosses: readonly GanArm["generatorLoss"][] = ["non-saturating", "saturating"];

function checkLayer(layer: LayerLayout, name: string): void {
  expectWord("an activation", layer.activation, activations);
  expectWord("an initializer", layer.init.kind, initializers);
  if (!Number.isSafeInteger(layer.units) || layer.units < 1) {
    throw new RangeError(`expected a positive integer as units of a ${name} layer, got ${layer.units}`);
  }
  checkShare(layer.dropout, name);
  const fewest = layer.activation === "maxout" ? 2 : 1;
  if (!Number.isSafeInteger(layer.pieces) || layer.pieces < fewest || (fewest === 1 && layer.pieces > 1)) {
    throw new RangeError(
      `expected ${fewest === 2 ? "2 pieces or more" : "1 piece"} of a ${layer.activation} unit in the ${name}, got ${layer.pieces}`,
    );
  }
  // The derivative is taken from the sign of the output.
  if (layer.activation === "leaky-relu" && !(layer.slope > 0)) {
    throw new RangeError(`expected a positive slope of leaky-relu in the ${name}, got ${layer.slope}; use relu for 0`);
  }
}

function checkShare(dropout: number, name: string): void {
  if (dropout >= 0 && dropout < 1) return;
  throw new RangeError(`expected a dropout share in [0, 1) in the ${name}, got ${dropout}`);
}
