import { imagePixels, unitRange } from "../data/images.ts";
import type { Dense, GanArm, Optimizer } from "../language/arm.ts";
import { adam, dense, gan, momentum, normalLatent } from "../language/describe.ts";

const relu = (units: number, dropout?: number): Dense => ({ ...dense(units, "relu"), dropout });

const digits = (optimizer: Optimizer, dropout?: number): GanArm =>
  gan({
    data: { kind: "mnist", normalisation: unitRange },
    latent: normalLatent({ dimensions: 100 }),
    generator: { layers: [relu(128), relu(128), dense(imagePixels, "sigmoid")] },
    discriminator: { layers: [relu(128, dropout), relu(128, dropout), dense(1, "sigmoid")] },
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
