import type { GanArm } from "../language/arm.ts";
import { adam, dense, gan, normal, uniformLatent } from "../language/describe.ts";

const layers = [dense(10, "sigmoid"), dense(20, "sigmoid"), dense(10, "sigmoid"), dense(1, "sigmoid")];
const optimizer = adam({ stepSize: 1e-3, epsilonForm: "tensorflow" });

/** What is timed: the 1-D Gaussian GAN of the TensorFlow notebook (1-10-20-10-1, all sigmoid, batch 64, Adam). */
export const benchmarkArm: GanArm = gan({
  data: normal({ mean: 0.3, sd: 0.1 }),
  latent: uniformLatent(),
  generator: { layers },
  discriminator: { layers },
  optimizer: { generator: optimizer, discriminator: optimizer },
  generatorLoss: "non-saturating",
  schedule: { rounds: 3000, discriminatorSteps: 10, generatorSteps: 1, batch: 64 },
  record: { metrics: [], rounds: [] },
});

/** Sizes of the ensemble that are timed. */
export const ensembleSizes = [1, 8, 32, 64] as const;

/** Seeds 1 … size. */
export const seedsOf = (size: number): number[] => Array.from({ length: size }, (_, i) => i + 1);
