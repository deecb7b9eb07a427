/**
 * The slides "Replicating Ian Goodfellow GAN": multilayer perceptrons on MNIST, what improves them, and the "weird GAN"
 * whose gradients are never zeroed. One length each; what is only compared at an iteration ends there.
 */
import type { Arm, GanArm, GradientAccumulation, ImageSampleArm, Metric, Optimizer } from "../../src/language/arm.ts";
import { imageSample, vary } from "../../src/language/describe.ts";
import {
  adamAt,
  ganWith,
  heavy,
  metrics,
  type OutputName,
  outputs,
  untilRound,
  withDropout,
  withLeaky,
} from "./gans.ts";
import { goodfellow, likelihood } from "./goodfellow.ts";

/**
 * Iterations of the claims about the weird GAN, of collapse, of the later look at gradients, and at which every claim is
 * decided again with the other step size.
 */
export const early = { weird: 1000, collapse: 500, gradient: 100, grid: 1000 } as const;

/** "Early in learning": D has just begun to tell fakes from digits. */
export const earliest = [10, 20] as const;

/** Samples that Parzen's estimate is made of, where they are real digits; as many as Goodfellow et al. took of theirs. */
export const digitsForParzen = 10_000;

/** Iterations of the slides' two favourites in their longer runs, to see whether their order lasts; the slides' pictures do not show it. */
const longest = 8000;
/** A favourite, under the name of its longer run. */
export const longer = <Name extends string>(arm: Name) => `${arm}, 8,000 iterations` as const;

/** The film shows the first 1,000 iterations. */
export const filmRounds = [0, 50, 100, 200, 300, 400, 500, 700, 1000];

/** Where the generator's gradient is watched. */
const watchedRounds = [0, 1, 2, 5, 10, 20, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

/** The arms whose gradient is watched: the weird GAN, what may explain it, and what it was said to be faster than. */
export const watchedArms = ["weird, 0.0001", "momentum 0.9", "cross-talk only", "sigmoid, momentum 0.02"] as const;
/** An arm that is watched, under the name of the one that it repeats. */
export const watched = <Name extends string>(arm: Name) => `${arm}: gradient norms` as const;

/** The output layers that are trained at momentum 0.1 to compare step sizes alone. */
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

const filmed = (one: GanArm): GanArm => vary(one, { record: { samples: { rounds: filmRounds } } });
const slowly = (optimizer: Optimizer, gradients?: GradientAccumulation): GanArm =>
  untilRound({ ...ganWith("sigmoid", optimizer), gradients }, early.weird);
const weird = (stepSize: number) => slowly({ kind: "sgd", stepSize }, { isZeroed: false, hasCrossTalk: true });
const crossTalk = (stepSize: number) => slowly({ kind: "sgd", stepSize }, { isZeroed: true, hasCrossTalk: true });
const quickly = (one: GanArm): GanArm => untilRound(one, early.grid);

const watchGradients = (one: GanArm, last: number, watch: Metric[]): GanArm =>
  vary(untilRound(one, last), {
    record: {
      metrics: watch,
      rounds: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500].filter((round) => round <= last),
      samples: undefined,
    },
  });
const firstIterations = (one: GanArm): GanArm => watchGradients(one, 500, ["gradientRatio"]);
/** D's answer to fakes as well, for which the generator has to step: its loss is that of its own updates. */
const firstTwenty = (one: GanArm): GanArm => watchGradients(one, earliest[1], ["gradientRatio", "generatorLoss"]);

const digits = (stream: string) => imageSample({ size: 5000, stream, metrics });
const parzenOf = (change: ImageSampleArm["change"]) =>
  imageSample({ size: digitsForParzen, stream: "digits", change, metrics: ["parzen", "frechet"] });

const vanilla = ganWith("sigmoid", heavy(0.1));
const compared = Object.fromEntries(
  (Object.keys(outputs) as OutputName[]).map((name) => [`${name}, momentum 0.02`, ganWith(name, heavy(0.02))]),
) as Record<`${OutputName}, momentum 0.02`, GanArm>;

const trained = {
  // The slides' own: momentum at 0.1, with one thing changed at a time.
  vanilla: filmed(vanilla),
  "tanh, momentum 0.1": ganWith("tanh", heavy(0.1)),
  dropout: withDropout(vanilla),
  "leaky ReLU": withLeaky(vanilla),
  "sigmoid, Adam": ganWith("sigmoid", adamAt(5e-4)),
  "tanh, Adam": filmed(ganWith("tanh", adamAt(5e-4))),
  "tanh, Adam, dropout": withDropout(ganWith("tanh", adamAt(5e-4))),
  untrained: vary(vanilla, { schedule: { rounds: 0 } }),
  // All latents are one, and so is what the generator makes of them.
  "one image": vary(vanilla, { latent: { mean: 1, sd: 0 }, schedule: { rounds: 0 } }),

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
  "training digits": digits("digits"),
  "other training digits": digits("other digits"),
  "digits for Parzen": parzenOf(undefined),
  "blurred digits": parzenOf("blur"),
  "noisy digits": parzenOf("noise"),

  // The two generator losses, whose gradients are compared at the same states.
  "first iterations": firstIterations(vanilla),
  "first 20 iterations": firstTwenty(vanilla),
  "first 20 iterations, D frozen": firstTwenty(vary(vanilla, { optimizer: { discriminator: { stepSize: 0 } } })),
  "first 20 iterations, G frozen": firstTwenty(vary(vanilla, { optimizer: { generator: { stepSize: 0 } } })),
} satisfies Record<string, Arm>;

/** At the other step sizes (see grid.ts). */
const atOtherStepSizes = {
  "dropout, momentum 0.02": quickly(withDropout(ganWith("sigmoid", heavy(0.02)))),
  "leaky ReLU, momentum 0.02": quickly(withLeaky(ganWith("sigmoid", heavy(0.02)))),
  "sigmoid, Adam 0.001": quickly(ganWith("sigmoid", adamAt(1e-3))),
  "tanh, Adam 0.001": quickly(ganWith("tanh", adamAt(1e-3))),
  "tanh, Adam 0.001, dropout": quickly(withDropout(ganWith("tanh", adamAt(1e-3)))),
  ...(Object.fromEntries(
    outputsOfGrid.map((name) => [`${name}, momentum 0.1`, quickly(ganWith(name, heavy(0.1)))]),
  ) as Record<`${(typeof outputsOfGrid)[number]}, momentum 0.1`, GanArm>),
  "momentum 0.9, step size 0.001": slowly(heavy(1e-3, 0.9)),
  "momentum 0.999, step size 0.001": slowly(heavy(1e-3, 0.999)),
  "cross-talk only, step size 0.001": crossTalk(1e-3),
  "first iterations, momentum 0.02": firstIterations(trained["sigmoid, momentum 0.02"]),
  "first 20 iterations, momentum 0.02": firstTwenty(trained["sigmoid, momentum 0.02"]),
} satisfies Record<string, Arm>;

const watch = (one: GanArm): GanArm =>
  vary(untilRound(one, early.weird), {
    record: {
      metrics: ["gradientNorm", "discriminatorLoss", "generatorLoss"] as Metric[],
      rounds: watchedRounds,
      samples: { count: 1 },
    },
  });
const underWatch = Object.fromEntries(watchedArms.map((name) => [watched(name), watch(trained[name])])) as Record<
  ReturnType<typeof watched<(typeof watchedArms)[number]>>,
  GanArm
>;

const thousands = (last: number) => Array.from({ length: last / 1000 }, (_, i) => (i + 1) * 1000);
const atLength = (one: GanArm): GanArm =>
  vary(one, { schedule: { rounds: longest }, record: { rounds: thousands(longest) } });
/** "Best" and "most reliable", far beyond the slides' pictures. */
const forLonger = {
  [longer("tanh, Adam")]: atLength(ganWith("tanh", adamAt(5e-4))),
  [longer("tanh, Adam, dropout")]: atLength(withDropout(ganWith("tanh", adamAt(5e-4)))),
} satisfies Record<string, Arm>;

export const arms = {
  ...trained,
  ...atOtherStepSizes,
  ...underWatch,
  ...forLonger,

  // The first GAN as it was published, and what to compare its likelihood with.
  "Goodfellow 2014": goodfellow,
  "vanilla for Parzen": vary(quickly(vanilla), { record: { metrics: likelihood, rounds: [] } }),
  "untrained for Parzen": vary(vanilla, { schedule: { rounds: 0 }, record: { metrics: likelihood, rounds: [] } }),
} satisfies Record<string, Arm>;

export type SlideArm = keyof typeof arms;
