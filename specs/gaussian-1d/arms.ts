/** What is trained: the notebook, and everything that is changed in it. */
import type { Arm, Metric } from "../../src/language/arm.ts";
import { adam, dense, gan, normal, sample, uniformLatent, vary } from "../../src/language/describe.ts";

const layers = [dense(10, "sigmoid"), dense(20, "sigmoid"), dense(10, "sigmoid"), dense(1, "sigmoid")];
const optimizer = adam({ stepSize: 1e-3, epsilonForm: "tensorflow" });

/** Checkpoints in rounds: closer together while much happens. */
const rounds = [0, 10, 20, 50, ...every(100, 3000)];
const filmRounds = [
  0, 20, 50, 100, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600,
  2800, 3000,
];
const ofSamples: Metric[] = ["wasserstein1", "kolmogorovSmirnov", "mean", "sd", "lowest", "highest"];
const metrics: Metric[] = [...ofSamples, "discriminatorGap", "monotone", "gradientRatio"];

const notebook = gan({
  data: normal({ mean: 0.3, sd: 0.1 }),
  latent: uniformLatent(),
  generator: { layers },
  discriminator: { layers },
  optimizer: { generator: optimizer, discriminator: optimizer },
  generatorLoss: "non-saturating",
  schedule: { rounds: 3000, discriminatorSteps: 10, generatorSteps: 1, batch: 64 },
  record: { metrics, rounds, film: { rounds: filmRounds, points: 500, x: [0, 1] } },
});

const unfilmed = vary(notebook, { record: { film: undefined } });
const realDraws = (stream: string, size = 1000) => sample({ data: notebook.data, size, stream, metrics: ofSamples });

/** The same with what D answers to data and samples. */
const withAnswers: Metric[] = [...metrics, "probabilityOfReal", "probabilityOfFakes"];
const shortRounds = [0, 10, 20, 50, ...every(100, 500)];

const heldDiscriminator = vary(unfilmed, {
  schedule: { rounds: 500 },
  optimizer: { discriminator: { stepSize: 0 } },
  record: { metrics: withAnswers, rounds: shortRounds },
});

/** As many updates as the notebook makes in all: 3,000 rounds of 10 + 1. */
const allUpdates = 3000 * 11;

export const arms = {
  notebook,
  "one discriminator step": vary(unfilmed, { schedule: { discriminatorSteps: 1 } }),
  "one step at equal cost": vary(unfilmed, {
    schedule: { discriminatorSteps: 1, rounds: allUpdates / 2 },
    record: { rounds: [...rounds, ...every(1500, allUpdates / 2).filter((round) => round > 3000)] },
  }),
  "frozen generator": vary(unfilmed, { schedule: { generatorSteps: 0 }, record: { metrics: withAnswers } }),
  "frozen generator, larger steps": vary(unfilmed, {
    schedule: { generatorSteps: 0, rounds: 500 },
    optimizer: { discriminator: { stepSize: 1e-2 } },
    record: { metrics: withAnswers, rounds: shortRounds },
  }),
  "D's step size 0": heldDiscriminator,
  "D's step size 0, larger steps": vary(heldDiscriminator, { optimizer: { generator: { stepSize: 1e-2 } } }),
  untrained: vary(unfilmed, { schedule: { rounds: 0 } }),
  "saturating loss": vary(unfilmed, { generatorLoss: "saturating" }),

  "regression to the quantile function": vary(unfilmed, {
    schedule: { rounds: 0 },
    pretraining: { target: { kind: "quantile-function" }, updates: allUpdates, batch: 64 },
  }),
  "regression to the GAN's own generator": vary(unfilmed, {
    schedule: { rounds: 0 },
    pretraining: {
      target: { kind: "generator-of", arm: vary(unfilmed, { record: { metrics: [], rounds: [] } }) },
      updates: allUpdates,
      batch: 64,
    },
  }),

  "1000 real draws": realDraws("real draws"),
  "1000 other real draws": realDraws("other real draws"),
  "10 real draws": realDraws("ten real draws", 10),
  "one sigmoid unit": vary(unfilmed, { generator: { layers: [dense(1, "sigmoid")] }, schedule: { rounds: 0 } }),
  "undecided discriminator": vary(unfilmed, {
    discriminator: { layers: [...layers.slice(0, -1), dense(1, "sigmoid", { kind: "normal", sd: 1e-3 })] },
    schedule: { rounds: 0 },
  }),
  "random tanh network": vary(unfilmed, {
    generator: { layers: [10, 20, 10, 1].map((units) => dense(units, "tanh", { kind: "normal", sd: 2 })) },
    schedule: { rounds: 0 },
  }),
} satisfies Record<string, Arm>;

function every(step: number, last: number): number[] {
  return Array.from({ length: last / step }, (_, i) => (i + 1) * step);
}
