import { imagePixels, unitRange } from "../data/images.ts";
import type { Dense, GanArm, Optimizer } from "../language/arm.ts";
import { adam, dense, gan, momentum, normalLatent } from "../language/describe.ts";

/** The slides leave initial weights open: the generator's are scaled by fan-in, the discriminator's N(0, 0.02²). */
const byFanIn = (units: number, gain: number, activation: "relu" | "sigmoid"): Dense =>
  dense(units, activation, { kind: "normal-fan-in", gain });
const small = (units: number, activation: "relu" | "sigmoid"): Dense =>
  dense(units, activation, { kind: "normal", sd: 0.02 });
const hidden = (dropout?: number): Dense => (dropout ? { ...small(128, "relu"), dropout } : small(128, "relu"));

const digits = (optimizer: Optimizer, dropout?: number): GanArm =>
  gan({
    data: { kind: "mnist", normalisation: unitRange },
    latent: normalLatent({ dimensions: 100 }),
    generator: { layers: [byFanIn(128, 2, "relu"), byFanIn(128, 2, "relu"), byFanIn(imagePixels, 1, "sigmoid")] },
    discriminator: { layers: [hidden(dropout), hidden(dropout), small(1, "sigmoid")] },
    optimizer: { generator: optimizer, discriminator: optimizer },
    generatorLoss: "non-saturating",
    schedule: { rounds: 1000, discriminatorSteps: 1, generatorSteps: 1, batch: 64 },
    record: { metrics: [], rounds: [] },
  });

const slidesAdam = adam({ stepSize: 5e-4, beta1: 0.5 });

/** What is timed of images: the slides' GAN (100-128-128-784 against 784-128-128-1, batch 64), under three optimizers. */
export const digitArms: Readonly<Record<string, GanArm>> = {
  momentum: digits(momentum({ stepSize: 0.1, momentum: 0.5 })),
  Adam: digits(slidesAdam),
  "Adam, dropout": digits(slidesAdam, 0.5),
};
