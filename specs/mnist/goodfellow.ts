import { unitRange } from "../../src/data/images.ts";
import type { GanArm, Initializer, Metric } from "../../src/language/arm.ts";
import { dense, gan, maxout, momentum, normalLatent } from "../../src/language/describe.ts";

/** Iterations (updates of both players): 2 passes over the 50,000 images, where the published run made hundreds. */
const iterations = 1000;

/** What is measured where Parzen's estimate is asked for. */
export const likelihood: Metric[] = ["parzen", "frechet", "modes", "diversity"];

const within = (limit: number): Initializer => ({ kind: "uniform", limit });
const [ofGenerator, ofDiscriminator] = [within(0.05), within(0.005)];
const optimizer = momentum({ stepSize: 0.1, momentum: 0.5 });

/**
 * The first GAN as it was published (goodfeli/adversarial, mnist.yaml and AdversaryCost2): rectifiers of 1,200 units against
 * maxout of 240 with five pieces, dropout of inputs and units of the discriminator, half the discriminator's loss, both
 * players stepping at once on the same latents, which are normal where the configuration names no noise.
 *
 * Left out for how little it changes within these iterations: the step size's decay by 1.000004 an update (0.4 % after
 * 1,000), and momentum's rise from 0.5 to 0.7 over 250 epochs (to 0.502 after two). Done otherwise: batches are drawn with
 * replacement, there epoch by epoch; each player has dropout masks of its own, there they share them.
 */
export const goodfellow: GanArm = gan({
  data: { kind: "mnist", normalisation: unitRange, images: 50_000 },
  latent: normalLatent({ dimensions: 100 }),
  generator: {
    layers: [dense(1200, "relu", ofGenerator), dense(1200, "relu", ofGenerator), dense(784, "sigmoid", ofGenerator)],
  },
  discriminator: {
    inputDropout: 0.2,
    layers: [
      { ...maxout(240, 5, ofDiscriminator), dropout: 0.5 },
      { ...maxout(240, 5, ofDiscriminator), dropout: 0.5 },
      dense(1, "sigmoid", ofDiscriminator),
    ],
  },
  optimizer: { generator: optimizer, discriminator: optimizer },
  generatorLoss: "non-saturating",
  start: "mean-image",
  discriminatorLossFactor: 0.5,
  schedule: {
    rounds: iterations,
    discriminatorSteps: 1,
    generatorSteps: 1,
    batch: 100,
    latents: "shared",
    order: "simultaneous",
  },
  record: { metrics: likelihood, rounds: [], samples: { rounds: [], count: 100 } },
});
