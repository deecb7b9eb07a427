/**
 * The slides "Replicating Ian Goodfellow GAN": multilayer perceptrons on MNIST, what improves them, and the "weird GAN"
 * whose gradients are never zeroed. What the slides leave open is chosen, and marked so on the page.
 */
import { mnistStandard } from "../../src/data/images.ts";
import type {
  Activation,
  Arm,
  Dense,
  GanArm,
  GradientAccumulation,
  ImageSampleArm,
  Metric,
  Network,
  Normalisation,
  Optimizer,
} from "../../src/language/arm.ts";
import { adam, dense, gan, imageSample, momentum, normalLatent, vary } from "../../src/language/describe.ts";
import type { ProfileName } from "../../src/language/profile.ts";
import { goodfellow, likelihood } from "./goodfellow.ts";

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
const heavy = (stepSize: number, rho = 0.5): Optimizer => momentum({ stepSize, momentum: rho });
const adamAt = (stepSize: number): Optimizer => adam({ stepSize, beta1: 0.5 });
const both = (optimizer: Optimizer) => ({ generator: optimizer, discriminator: optimizer });

/** Iterations of a profile. */
const budget: Readonly<Record<ProfileName, number>> = { quick: 1000, full: 3000 };
/** The round of the claims about the weird GAN, of collapse, and where every claim is decided again on the grid. */
export const early = { weird: 1000, collapse: 500, gradient: 100, grid: 1000 } as const;

/** Samples that Parzen's estimate is made of, where they are real digits. */
export const digitsForParzen: Readonly<Record<ProfileName, number>> = { quick: 2000, full: 10_000 };

const metrics: Metric[] = [
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

/** Iterations of the slides' two favourites at full, to see whether their order lasts; the slides' pictures do not show it. */
const longest = 8000;
/** A favourite, under the name of its longer run. */
export const longer = <Name extends string>(arm: Name) => `${arm}, 8,000 iterations` as const;

/** The film shows the first 1,000 iterations, at either profile. */
export const filmRounds = [0, 50, 100, 200, 300, 400, 500, 700, 1000];

/** Where the generator's gradient is watched. */
const watchedRounds = [0, 1, 2, 5, 10, 20, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

/** An arm that is watched, under the name of the one that it repeats. */
export const watched = <Name extends string>(arm: Name) => `${arm}: gradient norms` as const;

/** The arms of a profile: full has those of the grid and those that are watched as well. */
export function armsOf(profile: ProfileName) {
  const rounds = budget[profile];
  const arm = (output: OutputName, optimizer: Optimizer): GanArm => {
    const { activation, data, ...bounds } = outputs[output] as Output;
    return gan({
      data: { kind: "mnist", normalisation: data },
      latent: normalLatent({ dimensions: 100 }),
      generator: { layers: [hidden(2), hidden(2), dense(784, activation, fanIn(1))], ...bounds },
      discriminator: { layers: [small(128, "relu"), small(128, "relu"), small(1, "sigmoid")] },
      optimizer: both(optimizer),
      generatorLoss: "non-saturating",
      schedule: { rounds, discriminatorSteps: 1, generatorSteps: 1, batch: 64 },
      record: {
        metrics,
        rounds: [500, 1000, 2000, 3000].filter((round) => round <= rounds),
        samples: { rounds: [], count: 100 },
      },
    });
  };
  const filmed = (one: GanArm): GanArm => vary(one, { record: { samples: { rounds: filmRounds } } });
  const untilRound = (one: GanArm, last: number): GanArm =>
    vary(one, { schedule: { rounds: last }, record: { rounds: one.record.rounds.filter((round) => round <= last) } });
  const compared = Object.fromEntries(
    (Object.keys(outputs) as OutputName[]).map((name) => [`${name}, momentum 0.02`, arm(name, heavy(0.02))]),
  ) as Record<`${OutputName}, momentum 0.02`, GanArm>;
  const vanilla = arm("sigmoid", heavy(0.1));
  const slowly = (optimizer: Optimizer, gradients?: GradientAccumulation): GanArm =>
    untilRound({ ...arm("sigmoid", optimizer), gradients }, early.weird);
  const weird = (stepSize: number) => slowly({ kind: "sgd", stepSize }, { isZeroed: false, hasCrossTalk: true });
  const crossTalk = (stepSize: number) => slowly({ kind: "sgd", stepSize }, { isZeroed: true, hasCrossTalk: true });
  const firstIterations = (one: GanArm): GanArm =>
    vary(untilRound(one, 500), {
      record: {
        metrics: ["gradientRatio"] as Metric[],
        rounds: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500],
        samples: undefined,
      },
    });

  const parzenOf = (change: ImageSampleArm["change"]) =>
    imageSample({ size: digitsForParzen[profile], stream: "digits", change, metrics: ["parzen", "frechet"] });

  const everywhere = {
    // The slides' own: momentum at 0.1, with one thing changed at a time.
    vanilla: filmed(vanilla),
    "tanh, momentum 0.1": arm("tanh", heavy(0.1)),
    dropout: withDropout(vanilla),
    "leaky ReLU": withLeaky(vanilla),
    "sigmoid, Adam": arm("sigmoid", adamAt(5e-4)),
    "tanh, Adam": filmed(arm("tanh", adamAt(5e-4))),
    "tanh, Adam, dropout": withDropout(arm("tanh", adamAt(5e-4))),
    untrained: vary(vanilla, { schedule: { rounds: 0 } }),

    // Output layers and ranges of the data.
    ...compared,

    // The weird GAN, and what may explain it; until iteration 1,000.
    "momentum 0.9": slowly(heavy(1e-4, 0.9)),
    "momentum 0.999": slowly(heavy(1e-4, 0.999)),
    "weird, 0.00001": weird(1e-5),
    "weird, 0.0001": weird(1e-4),
    "weird, 0.001": weird(1e-3),
    "cross-talk only": crossTalk(1e-4),

    // Real digits in the generator's place: the floor of every metric, and what Parzen's estimate makes of them.
    "training digits": digits(5000),
    "digits for Parzen": parzenOf(undefined),
    "blurred digits": parzenOf("blur"),
    "noisy digits": parzenOf("noise"),

    "first iterations": firstIterations(vanilla),
  } satisfies Record<string, Arm>;

  const quickly = (one: GanArm): GanArm => untilRound(one, early.grid);
  const atTenth = Object.fromEntries(
    outputsOfGrid.map((name) => [`${name}, momentum 0.1`, quickly(arm(name, heavy(0.1)))]),
  ) as Record<`${(typeof outputsOfGrid)[number]}, momentum 0.1`, GanArm>;
  const atLength = (one: GanArm): GanArm =>
    vary(one, { schedule: { rounds: longest }, record: { rounds: thousands(longest) } });
  const watch = (one: GanArm): GanArm =>
    vary(untilRound(one, early.weird), {
      record: {
        metrics: ["gradientNorm", "discriminatorLoss", "generatorLoss"] as Metric[],
        rounds: watchedRounds,
        samples: { count: 1 },
      },
    });
  const underWatch = Object.fromEntries(watchedArms.map((name) => [watched(name), watch(everywhere[name])])) as Record<
    ReturnType<typeof watched<(typeof watchedArms)[number]>>,
    GanArm
  >;
  const atFull = {
    // The grid's other step sizes; see grid.ts.
    "dropout, momentum 0.02": quickly(withDropout(arm("sigmoid", heavy(0.02)))),
    "leaky ReLU, momentum 0.02": quickly(withLeaky(arm("sigmoid", heavy(0.02)))),
    "sigmoid, Adam 0.001": quickly(arm("sigmoid", adamAt(1e-3))),
    "tanh, Adam 0.001": quickly(arm("tanh", adamAt(1e-3))),
    "tanh, Adam 0.001, dropout": quickly(withDropout(arm("tanh", adamAt(1e-3)))),
    ...atTenth,
    "momentum 0.9, step size 0.001": slowly(heavy(1e-3, 0.9)),
    "momentum 0.999, step size 0.001": slowly(heavy(1e-3, 0.999)),
    "cross-talk only, step size 0.001": crossTalk(1e-3),
    "first iterations, momentum 0.02": firstIterations(everywhere["sigmoid, momentum 0.02"]),
    ...underWatch,

    // "Best" and "most reliable", far beyond the slides' pictures.
    [longer("tanh, Adam")]: atLength(arm("tanh", adamAt(5e-4))),
    [longer("tanh, Adam, dropout")]: atLength(withDropout(arm("tanh", adamAt(5e-4)))),

    // The first GAN as it was published, and one to compare its likelihood with.
    "Goodfellow 2014": goodfellow,
    "vanilla for Parzen": vary(untilRound(vanilla, early.grid), { record: { metrics: likelihood, rounds: [] } }),
  } satisfies Record<string, Arm>;
  return { ...everywhere, ...(profile === "full" && atFull) } as typeof everywhere & typeof atFull;
}

/** The arms whose gradient is watched: the weird GAN, what may explain it, and what it was said to be faster than. */
export const watchedArms = ["weird, 0.0001", "momentum 0.9", "cross-talk only", "sigmoid, momentum 0.02"] as const;

/** The output layers that are trained at momentum 0.1 for the grid alone. */
const outputsOfGrid = [
  "2σ − 1",
  "linear",
  "linear, N(0, 1)",
  "clamp ±1",
  "clamp ±1.2",
  "clamp ±0.3",
  "clamp ±0.3, data ±0.3",
  "½ tanh",
  "2 tanh",
] as const satisfies readonly OutputName[];

const digits = (size: number) => imageSample({ size, stream: "digits", metrics });

const thousands = (last: number) => Array.from({ length: last / 1000 }, (_, i) => (i + 1) * 1000);
const fanIn = (gain: number) => ({ kind: "normal-fan-in", gain }) as const;
const hidden = (gain: number): Dense => dense(128, "relu", fanIn(gain));
/** The discriminator's small initial weights matter (chosen). */
const small = (units: number, activation: Activation): Dense => dense(units, activation, { kind: "normal", sd: 0.02 });

/** p = ½ after the discriminator's hidden layers. */
const withDropout = (arm: GanArm): GanArm => ({
  ...arm,
  discriminator: { layers: arm.discriminator.layers.map((layer, l) => (l < 2 ? { ...layer, dropout: 0.5 } : layer)) },
});

/** Slope 0.2 in both networks. */
const withLeaky = (arm: GanArm): GanArm => {
  const leaky = ({ layers, ...bounds }: Network): Network => ({
    ...bounds,
    layers: layers.map((layer) =>
      layer.activation === "relu" ? { ...layer, activation: "leaky-relu", slope: 0.2 } : layer,
    ),
  });
  return { ...arm, generator: leaky(arm.generator), discriminator: leaky(arm.discriminator) };
};
