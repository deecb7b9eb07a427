import { expect, test } from "vitest";
import type { Arm } from "../language/arm.ts";
import { dense, maxout } from "../language/describe.ts";
import { base, both, layers, told } from "./registration.fixture.ts";

test.each<[title: string, arm: Arm, changes: object, line: string]>([
  [
    "an unknown setting of the arm",
    base,
    { gradientPenalty: { kind: "r1" } },
    'expected no other settings than kind, data, batches, latent, generator, discriminator, optimizer, generatorLoss, gradients, discriminatorLossFactor, start, schedule, record, pretraining, got "gradientPenalty"',
  ],
  [
    "a misspelt setting",
    base,
    { schedule: { bach: 3 } },
    'schedule: expected no other settings than rounds, discriminatorSteps, generatorSteps, batch, latents, order, got "bach"',
  ],
  [
    "a missing setting",
    base,
    { schedule: { batch: undefined } },
    "schedule.batch: expected a whole number from 1 to 1,000,000, got none",
  ],
  [
    "an arm of no kind",
    base,
    { kind: "vae" },
    'kind: expected one of gan, sample, image-sample, game, classifier, got "vae"',
  ],
  [
    "an unknown activation",
    base,
    { generator: layers({ ...dense(1, "linear"), activation: "elu" }) },
    'generator.layers[0].activation: expected one of linear, sigmoid, tanh, relu, leaky-relu, maxout, got "elu"',
  ],
  [
    "an activation of null",
    base,
    { generator: layers({ ...dense(1, "linear"), activation: null }) },
    "generator.layers[0].activation: expected one of linear, sigmoid, tanh, relu, leaky-relu, maxout, got null",
  ],
  [
    "an unknown initializer",
    base,
    { generator: layers({ ...dense(1, "linear"), init: { kind: "he" } }) },
    'generator.layers[0].init.kind: expected one of glorot-uniform, normal, uniform, normal-fan-in, got "he"',
  ],
  [
    "an unknown optimizer",
    base,
    both({ kind: "rmsprop", stepSize: 0.1 }),
    'optimizer.generator.kind: expected one of sgd, momentum, adam, got "rmsprop"',
  ],
  [
    "an unknown form of epsilon",
    base,
    both({ epsilonForm: "x" }),
    'optimizer.generator.epsilonForm: expected one of standard, tensorflow, got "x"',
  ],
  [
    "an unknown loss",
    base,
    { generatorLoss: "wasserstein" },
    'generatorLoss: expected one of non-saturating, saturating, got "wasserstein"',
  ],
  [
    "an unknown order",
    base,
    { schedule: { order: "x" } },
    'schedule.order: expected one of alternating, simultaneous, got "x"',
  ],
  ["unknown batches", base, { batches: { kind: "x" } }, 'batches.kind: expected one of epochs, sorted, got "x"'],
  [
    "an unknown target of pretraining",
    base,
    { pretraining: { target: { kind: "x" }, updates: 1, batch: 8 } },
    'pretraining.target.kind: expected one of quantile-function, generator-of, density, got "x"',
  ],
  [
    "unknown data",
    base,
    { data: { kind: "ring" } },
    'data.kind: expected one of normal, uniform, mixture, affine-normal, mnist, got "ring"',
  ],
  [
    "a step size that is no number",
    base,
    both({ stepSize: Number.NaN }),
    "optimizer.generator.stepSize: expected a number of 0 or more, got NaN",
  ],
  [
    "a step size as text",
    base,
    both({ stepSize: "0.1" }),
    'optimizer.generator.stepSize: expected a number of 0 or more, got "0.1"',
  ],
  [
    "a negative step size",
    base,
    both({ stepSize: -0.1 }),
    "optimizer.generator.stepSize: expected a number of 0 or more, got -0.1",
  ],
  [
    "an infinite step size",
    base,
    both({ stepSize: Number.POSITIVE_INFINITY }),
    "optimizer.generator.stepSize: expected a number of 0 or more, got Infinity",
  ],
  [
    "a beta of 2",
    base,
    both({ beta1: 2 }),
    "optimizer.generator.beta1: expected a number of 0 or more, below 1, got 2",
  ],
  ["a negative epsilon", base, both({ epsilon: -1 }), "optimizer.generator.epsilon: expected a number above 0, got -1"],
  [
    "a momentum of 2",
    base,
    both({ kind: "momentum", stepSize: 0.1, momentum: 2 }),
    "optimizer.generator.momentum: expected a number from 0 to 1, got 2",
  ],
  [
    "a decay after every 0 updates",
    base,
    both({ decay: { factor: 0.5, every: 0 } }),
    "optimizer.generator.decay.every: expected a whole number from 1 to 1,000,000, got 0",
  ],
  [
    "a negative factor of the loss",
    base,
    { discriminatorLossFactor: -1 },
    "discriminatorLossFactor: expected a number above 0, got -1",
  ],
  [
    "negative rounds",
    base,
    { schedule: { rounds: -1 } },
    "schedule.rounds: expected a whole number of 0 or more, got -1",
  ],
  [
    "rounds that are not whole",
    base,
    { schedule: { rounds: 2.5 } },
    "schedule.rounds: expected a whole number of 0 or more, got 2.5",
  ],
  [
    "steps that are no number",
    base,
    { schedule: { generatorSteps: Number.NaN } },
    "schedule.generatorSteps: expected a whole number of 0 or more, got NaN",
  ],
  [
    "steps that are not whole",
    base,
    { schedule: { discriminatorSteps: 1.5 } },
    "schedule.discriminatorSteps: expected a whole number of 0 or more, got 1.5",
  ],
  [
    "a batch of 0",
    base,
    { schedule: { batch: 0 } },
    "schedule.batch: expected a whole number from 1 to 1,000,000, got 0",
  ],
  [
    "a batch that fits no memory",
    base,
    { schedule: { batch: 2 ** 31 } },
    "schedule.batch: expected a whole number from 1 to 1,000,000, got 2147483648",
  ],
  [
    "a layer of 0 units",
    base,
    { generator: layers(dense(0, "linear")) },
    "generator.layers[0].units: expected a whole number from 1 to 1,000,000, got 0",
  ],
  ["no layers", base, { generator: layers() }, "generator.layers: expected at least one layer, got []"],
  [
    "dropout of 1",
    base,
    { discriminator: layers({ ...dense(8, "relu"), dropout: 1 }, dense(1, "sigmoid")) },
    "discriminator.layers[0].dropout: expected a share of 0 or more, below 1, got 1",
  ],
  [
    "dropout after the output",
    base,
    { discriminator: layers({ ...dense(1, "sigmoid"), dropout: 0.5 }) },
    "discriminator.layers[0].dropout: expected no dropout after the output layer (put it on a hidden layer), got 0.5",
  ],
  [
    "maxout without pieces",
    base,
    { generator: layers(dense(8, "maxout"), dense(1, "linear")) },
    "generator.layers[0].pieces: expected 2 or more pieces of a maxout unit, got none",
  ],
  [
    "pieces without maxout",
    base,
    { generator: layers({ ...dense(1, "linear"), pieces: 2 }) },
    "generator.layers[0].pieces: expected pieces of maxout only, got 2",
  ],
  [
    "maxout as the output",
    base,
    { generator: layers(maxout(1, 2)) },
    'generator.layers[0].activation: expected no maxout as the output layer (put a linear one on top of it), got "maxout"',
  ],
  [
    "a slope without leaky-relu",
    base,
    { generator: layers({ ...dense(1, "tanh"), slope: 0.1 }) },
    "generator.layers[0].slope: expected a slope of leaky-relu only, got 0.1",
  ],
  [
    "a slope of 0",
    base,
    { generator: layers({ ...dense(8, "leaky-relu"), slope: 0 }, dense(1, "linear")) },
    "generator.layers[0].slope: expected a number above 0, got 0",
  ],
  [
    "a clamp that is no number",
    base,
    { generator: { clamp: [Number.NaN, 1] } },
    `generator.clamp[0]: expected a finite number, got NaN`,
  ],
  [
    "a clamp upside down",
    base,
    { generator: { clamp: [1, 0] } },
    "generator.clamp: expected two numbers, the first below the second, got [1,0]",
  ],
])("%s is rejected before anything trains", (_, arm, changes, line) => {
  expect(told(arm, changes)).toEqual([line]);
});
