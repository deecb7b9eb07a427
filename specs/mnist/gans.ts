/** The slides' networks and optimizers, and what is changed in them. What the slides leave open is chosen, and marked so on the page. */
import { mnistStandard } from "../../src/data/images.ts";
import type { Activation, Dense, GanArm, Metric, Network, Normalisation, Optimizer } from "../../src/language/arm.ts";
import { adam, dense, gan, momentum, normalLatent, vary } from "../../src/language/describe.ts";

/** A generator's last layer, with the range that the data are brought to. */
interface Output extends Omit<Network, "layers"> {
  readonly activation: Activation;
  readonly data: Normalisation;
}

const range = (low: number, high: number): Normalisation => ({ kind: "range", low, high });
const within = (a: number): Normalisation => range(-a, a);

export const outputs = {
  sigmoid: { activation: "sigmoid", data: range(0, 1) },
  tanh: { activation: "tanh", data: within(1) },
  "2σ − 1": { activation: "sigmoid", scale: 2, shift: -1, data: within(1) },
  linear: { activation: "linear", data: within(1) },
  "linear, N(0, 1)": { activation: "linear", data: mnistStandard },
  "clamp ±1": { activation: "linear", clamp: [-1, 1], data: within(1) },
  "clamp ±1.2": { activation: "linear", clamp: [-1.2, 1.2], data: within(1) },
  "clamp ±0.3": { activation: "linear", clamp: [-0.3, 0.3], data: within(1) },
  "clamp ±0.3, data ±0.3": { activation: "linear", clamp: [-0.3, 0.3], data: within(0.3) },
  "½ tanh": { activation: "tanh", scale: 0.5, data: within(0.5) },
  "2 tanh": { activation: "tanh", scale: 2, data: within(2) },
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof outputs;

/** Momentum as the slides write it: v ← ρv + g, w ← w + lr·v. */
export const heavy = (stepSize: number, rho = 0.5): Optimizer => momentum({ stepSize, momentum: rho });
export const adamAt = (stepSize: number): Optimizer => adam({ stepSize, beta1: 0.5 });

/** Iterations: three passes over the training images. */
const iterations = 3000;

export const metrics: Metric[] = [
  "frechet",
  "frechetPooled",
  "modes",
  "classDivergence",
  "classifierScore",
  "between",
  "outside",
  "diversity",
  "borderEnergy",
];

const fanIn = (gain: number) => ({ kind: "normal-fan-in", gain }) as const;
const hidden = (gain: number): Dense => dense(128, "relu", fanIn(gain));
/** The discriminator's small initial weights matter (chosen). */
const small = (units: number, activation: Activation): Dense => dense(units, activation, { kind: "normal", sd: 0.02 });

export const ganWith = (output: OutputName, optimizer: Optimizer): GanArm => {
  const { activation, data, ...bounds } = outputs[output] as Output;
  return gan({
    data: { kind: "mnist", normalisation: data },
    latent: normalLatent({ dimensions: 100 }),
    generator: { layers: [hidden(2), hidden(2), dense(784, activation, fanIn(1))], ...bounds },
    discriminator: { layers: [small(128, "relu"), small(128, "relu"), small(1, "sigmoid")] },
    optimizer: { generator: optimizer, discriminator: optimizer },
    generatorLoss: "non-saturating",
    schedule: { rounds: iterations, discriminatorSteps: 1, generatorSteps: 1, batch: 64 },
    record: { metrics, rounds: [500, 1000, 2000, 3000], samples: { rounds: [], count: 100 } },
  });
};

/** The same training, ended earlier. */
export const untilRound = (one: GanArm, last: number): GanArm =>
  vary(one, { schedule: { rounds: last }, record: { rounds: one.record.rounds.filter((round) => round <= last) } });

/** p = ½ after the discriminator's hidden layers. */
export const withDropout = (arm: GanArm): GanArm => ({
  ...arm,
  discriminator: { layers: arm.discriminator.layers.map((layer, l) => (l < 2 ? { ...layer, dropout: 0.5 } : layer)) },
});

/** Slope 0.2 in both networks. */
export const withLeaky = (arm: GanArm): GanArm => {
  const leaky = ({ layers, ...bounds }: Network): Network => ({
    ...bounds,
    layers: layers.map((layer) =>
      layer.activation === "relu" ? { ...layer, activation: "leaky-relu", slope: 0.2 } : layer,
    ),
  });
  return { ...arm, generator: leaky(arm.generator), discriminator: leaky(arm.discriminator) };
};
