import { expect, test } from "vitest";
import { benchmarkArm } from "../benchmark/arm.ts";
import { digitArms } from "../benchmark/digits.ts";
import { testArms } from "../engine/conformance/arms.ts";
import type { Arm } from "../language/arm.ts";
import { faultsOfArm } from "../language/arm-rules.ts";
import { dense, vary } from "../language/describe.ts";
import { theClassifier } from "../trial/classifier.ts";
import { about, base, both, draws, inPlane, layers, ofDigits, play, told } from "./registration.fixture.ts";
import { source } from "./source.ts";

test.each<[title: string, arm: Arm, changes: object, line: string]>([
  [
    "a discriminator of two outputs",
    base,
    { discriminator: layers(dense(2, "sigmoid")) },
    "discriminator.layers[0].units: expected 1 unit, the probability of being real, got 2",
  ],
  [
    "logits with a scale",
    base,
    { discriminator: { layers: [dense(1, "linear")], scale: 2 } },
    "discriminator: expected logits without scale and shift (scale the last layer's init instead), got scale 2 and shift 0",
  ],
  [
    "a generator wider than one-dimensional data",
    base,
    { generator: layers(dense(3, "linear")) },
    "generator.layers[0].units: expected 1 unit, as one-dimensional data have, got 3",
  ],
  [
    "a generator wider than the plane",
    inPlane,
    { generator: layers(dense(3, "linear")) },
    "generator.layers[0].units: expected 2 units, as data in the plane have, got 3",
  ],
  [
    "a generator narrower than an image",
    ofDigits,
    { generator: layers(dense(783, "sigmoid")) },
    "generator.layers[0].units: expected 784 units, as many as an image has pixels, got 783",
  ],
  ["a negative standard deviation", base, { data: { sd: -1 } }, "data.sd: expected a number of 0 or more, got -1"],
  [
    "distances in standard deviations of data that have none",
    base,
    { data: { sd: 0 } },
    "record.metrics: expected data with a standard deviation above 0, in whose units these are, got wasserstein1",
  ],
  [
    "weights of a mixture that sum to 0.3",
    base,
    { data: { kind: "mixture", components: [{ weight: 0.3, mean: 0, sd: 1 }] } },
    'data.components: expected components whose weights sum to 1, got [{"weight":0.3,"mean":0,"sd":1}]',
  ],
  [
    "a uniform distribution upside down",
    base,
    { data: { kind: "uniform", low: 1, high: 0 } },
    "data.high: expected a number above low, got 0",
  ],
  ["latents upside down", base, { latent: { low: 1, high: 0 } }, "latent.high: expected a number above low, got 0"],
  [
    "latents of half a dimension",
    base,
    { latent: { dimensions: 0.5 } },
    "latent.dimensions: expected a whole number from 1 to 1,000,000, got 0.5",
  ],
  [
    "more images than there are",
    ofDigits,
    { data: { images: 60_001 } },
    "data.images: expected a whole number from 1 to 60,000, got 60001",
  ],
  [
    "epochs of batches that are not whole",
    base,
    { batches: { kind: "epochs", points: 20 } },
    "batches.points: expected whole batches of 8, got 20",
  ],
  [
    "sorted batches in the plane",
    inPlane,
    { batches: { kind: "sorted" } },
    "batches.kind: expected one-dimensional data to sort, got affine-normal",
  ],
  [
    "batches of digits, which would be ignored",
    ofDigits,
    { batches: { kind: "sorted" } },
    'batches: expected none with digits, which are drawn with replacement, got {"kind":"sorted"}',
  ],
  [
    "shared latents of unequal steps",
    base,
    { schedule: { latents: "shared", discriminatorSteps: 2 } },
    "schedule.latents: expected as many updates of both players a round to share latents, got 2 and 1",
  ],
  [
    "a start at the mean image without images",
    base,
    { start: "mean-image" },
    "start: expected digits and a sigmoid output to start at the mean image, got normal and linear",
  ],
  [
    "updates of pretraining that are no number",
    base,
    { pretraining: { target: { kind: "quantile-function" }, updates: Number.NaN, batch: 8 } },
    "pretraining.updates: expected a whole number of 0 or more, got NaN",
  ],
  [
    "a density fitted on a range upside down",
    base,
    { pretraining: { target: { kind: "density", low: 1, high: 0, isClamped: false }, updates: 1, batch: 8 } },
    "pretraining.target.high: expected a number above low, got 0",
  ],
  [
    "a fault in the arm of a teacher",
    base,
    { pretraining: { target: { kind: "generator-of", arm: { ...base, generatorLoss: "x" } }, updates: 1, batch: 8 } },
    'pretraining.target.arm.generatorLoss: expected one of non-saturating, saturating, got "x"',
  ],
  [
    "a teacher of other latents",
    base,
    {
      pretraining: {
        target: { kind: "generator-of", arm: vary(base, { latent: { dimensions: 2 }, record: { metrics: [] } }) },
        updates: 1,
        batch: 8,
      },
    },
    "pretraining.target.arm.latent.dimensions: expected 1, as the pupil's, got 2",
  ],
  [
    "an unknown metric",
    base,
    { record: { metrics: ["wasserstein"] } },
    'record.metrics[0]: expected one of the metrics wasserstein1, kolmogorovSmirnov, heightGap, withinOneSd, mean, sd, lowest, highest, discriminatorGap, discriminatorGapWithin3Sd, densityGap, monotone, largestStep, probabilityOfFakes, probabilityOfReal, gradientNorm, gradientRatio, discriminatorLoss, generatorLoss, wasserstein2, bhattacharyya, correlation, covarianceError, eigenvalueRatio, frechet, frechetPooled, modes, classDivergence, classifierScore, between, outside, diversity, borderEnergy, parzen, testAccuracy, got "wasserstein"',
  ],
  [
    "a metric that this kind of data does not have",
    base,
    { record: { metrics: ["frechet"] } },
    'record.metrics[0]: expected a metric that this arm has (wasserstein1, kolmogorovSmirnov, heightGap, withinOneSd, mean, sd, lowest, highest, discriminatorGap, discriminatorGapWithin3Sd, densityGap, monotone, largestStep, probabilityOfFakes, probabilityOfReal, gradientNorm, gradientRatio, discriminatorLoss, generatorLoss), got "frechet"',
  ],
  [
    "a metric of networks on mere draws",
    draws,
    { metrics: ["gradientNorm"] },
    'metrics[0]: expected a metric that this arm has (wasserstein1, kolmogorovSmirnov, heightGap, withinOneSd, mean, sd, lowest, highest), got "gradientNorm"',
  ],
  [
    "the distance of a generator whose latents have no range",
    base,
    { latent: { kind: "normal", dimensions: 1, mean: 0, sd: 1 } },
    "record.metrics: expected one-dimensional latents on a range, to spread evenly, got wasserstein1 of 1-dimensional normal latents",
  ],
  [
    "the closed form of a generator that has none",
    inPlane,
    { generator: layers(dense(2, "tanh")) },
    "record.metrics: expected a generator of one linear layer, unscaled and unclamped, on standard normal latents of 2 dimensions, got wasserstein2 of another",
  ],
  [
    "a recorded round that never comes",
    base,
    { record: { rounds: [0, 99] } },
    "record.rounds: expected rounds up to the last, 10, got 99",
  ],
  [
    "a recorded round of −1",
    base,
    { record: { rounds: [-1] } },
    "record.rounds[0]: expected a whole number of 0 or more, got -1",
  ],
  [
    "a recorded round that is no number",
    base,
    { record: { rounds: [Number.NaN] } },
    "record.rounds[0]: expected a whole number of 0 or more, got NaN",
  ],
  [
    "recorded rounds that are not sorted",
    base,
    { record: { rounds: [3, 0] } },
    "record.rounds: expected rounds in ascending order, each once, got [3,0]",
  ],
  [
    "a frame of a round that never comes",
    base,
    { record: { film: { rounds: [11], keeps: "weights" } } },
    "record.film.rounds: expected rounds up to the last, 10, got 11",
  ],
  [
    "samples of what are no images",
    base,
    { record: { samples: { rounds: [], count: 1 } } },
    "record.samples: expected digits to keep images of, got normal",
  ],
  [
    "a mean of a metric that is not recorded",
    base,
    { record: { averaged: { metrics: ["sd"], from: 5 } } },
    "record.averaged.metrics: expected metrics that are recorded, got sd",
  ],
  ["a sample of no draws", draws, { size: 0 }, "size: expected a whole number from 1 to 1,000,000, got 0"],
  [
    "a sample of images by their distribution",
    draws,
    { data: ofDigits.data, metrics: [] },
    "data.kind: expected a distribution to draw from, got mnist",
  ],
  [
    "an unknown method of a game",
    play,
    { method: "newton" },
    'method: expected one of gradient-descent, alternating-gradient-descent, extragradient, got "newton"',
  ],
  [
    "iterations that are not whole",
    play,
    { iterations: 1.5 },
    "iterations: expected a whole number of 0 or more, got 1.5",
  ],
])("%s is rejected before anything trains", (_, arm, changes, line) => {
  expect(told(arm, changes)).toEqual([line]);
});

test("a game's own settings are checked too", () => {
  expect(told(play, { game: { clamp: -1 } })).toEqual(["game.clamp: expected a number above 0, or null, got -1"]);
  expect(told(play, { game: { margin: 2 } })).toEqual(["game.margin: expected a number from 0 to below ½, got 2"]);
  expect(told(play, { game: { points: { count: 1.5 } } })).toEqual([
    "game.points.count: expected a whole number from 1 to 1,000,000, got 1.5",
  ]);
  expect(told(play, { game: { points: { kind: "x", count: 10 } } })).toEqual([
    'game.points.kind: expected one of drawn, grid, got "x"',
  ]);
});

test("step sizes of 0, no steps and no rounds are controls, and stay legal", () => {
  expect(told(base, both({ stepSize: 0 }))).toEqual([]);
  expect(told(base, { schedule: { rounds: 0, discriminatorSteps: 0, generatorSteps: 0 } })).toEqual([]);
  expect(told(play, { stepSize: 0, iterations: 0 })).toEqual([]);
});

test("all faults of a source are reported, one line each, and each line names its source and arm", () => {
  const arms = {
    "first, 0.1": vary(base, { schedule: { rounds: -1, batch: 0 } }),
    second: { ...base, generatorLoss: "hinge" as never },
  };
  expect(() => source(about, arms, [], () => {})).toThrow(
    [
      's, arm "first, 0.1": schedule.rounds: expected a whole number of 0 or more, got -1',
      's, arm "first, 0.1": schedule.batch: expected a whole number from 1 to 1,000,000, got 0',
      's, arm "second": generatorLoss: expected one of non-saturating, saturating, got "hinge"',
    ].join("\n"),
  );
});

test("every arm that engines are tested and timed with can be registered", () => {
  const arms = { ...testArms, ...digitArms, benchmarkArm, classifier: theClassifier.arm };
  const faults = Object.entries(arms).flatMap(([name, arm]) => faultsOfArm(arm).map((fault) => [name, fault]));
  expect(faults).toEqual([]);
});
