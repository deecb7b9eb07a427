/**
 * The post "Generative Adversarial Networks" of The Neural Perspective, after Eric Jang: two tanh networks learn N(0, 1),
 * the discriminator first learns the density by regression. Settings from the author's GAN/gan.py.
 */
import type { GanArm, Metric, Optimizer, SampleArm } from "../../src/language/arm.ts";
import {
  adam,
  dense,
  gan,
  mixture,
  momentum,
  normal,
  sample,
  stratifiedLatent,
  uniformLatent,
  vary,
} from "../../src/language/describe.ts";

const tanh = (units: number) => dense(units, "tanh", { kind: "normal", sd: 1 });
const layers = [tanh(10), tanh(10), tanh(1)];

/** Every 2,500 updates of a player its step size shrinks by 5 %. */
const decay = { factor: 0.95, every: 2500 };
const optimizer = momentum({ stepSize: 0.001, momentum: 0.6, decay });
const both = (one: Optimizer) => ({ generator: one, discriminator: one });

/** Of what the generator makes, or of draws in its place. */
const ofSamples: Metric[] = ["wasserstein1", "kolmogorovSmirnov", "heightGap", "withinOneSd", "sd"];
const metrics: Metric[] = [
  ...ofSamples,
  "discriminatorGap",
  "discriminatorGapWithin3Sd",
  "densityGap",
  "monotone",
  "largestStep",
  "probabilityOfFakes",
  "probabilityOfReal",
  "gradientNorm",
  "discriminatorLoss",
  "generatorLoss",
];

/** Recorded closely at first, then every 100 rounds. The game never settles: distances are averaged over its last fifth. */
const lasting = (rounds: number) => ({
  schedule: { rounds },
  record: {
    rounds: [0, 10, 20, 50, ...every(100, rounds)],
    averaged: { metrics: ofSamples, from: 0.8 * rounds },
  },
});
const filmRounds = [0, 50, 100, 200, 300, 400, 500, 700, ...every(1000, 10_000), 1500, 2500].sort((a, b) => a - b);

const post = gan({
  data: normal({ mean: 0, sd: 1 }),
  latent: stratifiedLatent({ low: -3, high: 3, jitter: 0.01 }),
  generator: { layers, scale: 5 },
  discriminator: { layers, clamp: [0.01, 0.99] },
  optimizer: both(optimizer),
  generatorLoss: "non-saturating",
  pretraining: {
    target: { kind: "density", low: -3, high: 3, isClamped: false },
    updates: 1000,
    batch: 200,
    optimizer,
  },
  schedule: { discriminatorSteps: 1, generatorSteps: 1, batch: 200, ...lasting(10_000).schedule },
  record: {
    metrics,
    ...lasting(10_000).record,
    film: { rounds: filmRounds, points: 300, x: [-5, 5] },
  },
});
const unfilmed = vary(post, { record: { film: undefined } });

const notPretrained = (arm: GanArm): GanArm => ({ ...arm, pretraining: undefined });
const atRoundZero = (arm: GanArm): GanArm => vary(arm, { schedule: { rounds: 0 }, record: { averaged: undefined } });

/** ½N(−1.5, 0.5²) + ½N(1.5, 0.5²) */
const twoPeaks: GanArm = {
  ...unfilmed,
  data: mixture([
    { weight: 0.5, mean: -1.5, sd: 0.5 },
    { weight: 0.5, mean: 1.5, sd: 0.5 },
  ]),
};
const five = { schedule: { discriminatorSteps: 5 } };

/** As many updates of both players together as 10,000 rounds of k = 1 make: 20,000, at 6 a round. */
const atEqualCost = lasting(Math.floor(20_000 / 6));

/** "try changing the optimizer or few of the parameters": each changes the game, none the pretraining. */
export const perturbations = {
  "momentum 0": momentum({ stepSize: 0.001, momentum: 0, decay }),
  "momentum 0.9": momentum({ stepSize: 0.001, momentum: 0.9, decay }),
  "step size 0.0001": momentum({ stepSize: 1e-4, momentum: 0.6, decay }),
  "step size 0.01": momentum({ stepSize: 1e-2, momentum: 0.6, decay }),
  "step size 0.1": momentum({ stepSize: 1e-1, momentum: 0.6, decay }),
  "Adam 0.001": { ...adam({ stepSize: 1e-3, epsilonForm: "tensorflow" }), decay },
  "Adam 0.0001": { ...adam({ stepSize: 1e-4, epsilonForm: "tensorflow" }), decay },
} as const satisfies Record<string, Optimizer>;

const perturbed = Object.fromEntries(
  Object.entries(perturbations).map(([name, changed]) => [name, { ...unfilmed, optimizer: both(changed) }]),
) as Record<keyof typeof perturbations, GanArm>;

const withSigmoid: GanArm = {
  ...unfilmed,
  discriminator: { layers: [tanh(10), tanh(10), dense(1, "sigmoid", { kind: "normal", sd: 1 })] },
};

/** The post's generator with other initial weights. */
const weightsOf = (sd: number): GanArm["generator"] => ({
  layers: layers.map((layer) => ({ ...layer, init: { kind: "normal", sd } })),
  scale: 5,
});

/** Draws in the generator's place, as many samples as metrics are taken from. */
const draws = (stream: string, sd: number) =>
  sample({ data: normal({ mean: 0, sd }), size: 1000, stream, metrics: ofSamples });

const pretrainedLong = vary(atRoundZero(unfilmed), { pretraining: { updates: 10_000 } });

export const arms = {
  post,
  "not pretrained": notPretrained(post),
  "pretrained through the clamp": vary(unfilmed, { pretraining: { target: { isClamped: true } } }),
  "pretrained only": atRoundZero(unfilmed),
  untrained: atRoundZero(notPretrained(unfilmed)),

  "sorted batches": { ...unfilmed, batches: { kind: "sorted" } },
  "jitter as printed": vary(unfilmed, { latent: { jitter: 1 } }),
  "independent latents": { ...unfilmed, latent: uniformLatent({ low: -3, high: 3 }) },
  "scale 1": vary(unfilmed, { generator: { scale: 1 } }),
  "scale 3": vary(unfilmed, { generator: { scale: 3 } }),
  "scale 10": vary(unfilmed, { generator: { scale: 10 } }),
  "sigmoid discriminator": withSigmoid,
  "saturating loss": vary(unfilmed, { generatorLoss: "saturating" }),
  "random tanh network": atRoundZero({ ...notPretrained(unfilmed), generator: weightsOf(3) }),

  "k = 0": vary(unfilmed, { schedule: { discriminatorSteps: 0 } }),
  "k = 5": vary(unfilmed, five),
  "two peaks, k = 1": { ...twoPeaks, record: { ...twoPeaks.record, film: post.record.film } },
  "two peaks, k = 5": { ...vary(twoPeaks, five), record: { ...twoPeaks.record, film: post.record.film } },
  "two peaks, k = 5 at equal cost": vary(vary(twoPeaks, five), atEqualCost),

  ...perturbed,

  // What stands behind the findings.
  "pretrained ten times as long": pretrainedLong,
  "sigmoid discriminator, k = 5": vary(withSigmoid, five),
  "regression to the quantile function": atRoundZero({
    ...unfilmed,
    latent: uniformLatent(), // the first layer takes up the change of range
    pretraining: {
      target: { kind: "quantile-function" },
      updates: 20_000,
      batch: 200,
      optimizer: adam({ stepSize: 1e-3 }),
    },
  }),
  "small initial weights": { ...unfilmed, generator: weightsOf(0.3) },
  "small initial weights, untrained": atRoundZero({ ...notPretrained(unfilmed), generator: weightsOf(0.3) }),

  // Controls: what they show is known from how they are made.
  "real draws": draws("real draws", 1),
  "narrow draws": draws("narrow draws", 0.5),
  "linear generator": atRoundZero({
    ...notPretrained(unfilmed),
    generator: { layers: [dense(1, "linear", { kind: "normal", sd: 1 })] },
  }),
  "D clamped at ½": atRoundZero(notPretrained(vary(unfilmed, { discriminator: { clamp: [0.49, 0.51] } }))),
  "samples at 3σ": vary(pretrainedLong, { generator: { scale: 0, shift: 3 } }),
  "far from the data": {
    ...notPretrained(vary(unfilmed, { generator: { shift: 20 } })),
    schedule: { ...post.schedule, rounds: 100 },
    record: { metrics, rounds: [0, 10, 20, 50, 100] },
  },

  "Eric Jang's": {
    ...unfilmed,
    data: normal({ mean: -1, sd: 1 }),
    latent: stratifiedLatent({ low: -5, high: 5, jitter: 0.01 }),
    generator: { layers: [tanh(6), tanh(5), tanh(1)], scale: 5 },
    discriminator: { layers: [tanh(6), tanh(5), tanh(1)], clamp: [0.01, 0.99] },
    pretraining: { ...unfilmed.pretraining!, target: { kind: "density", low: -5, high: 5, isClamped: false } },
  },
} satisfies Record<string, GanArm | SampleArm>;

function every(step: number, last: number): number[] {
  return Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step);
}
