/** What is trained: the deck, and everything that is changed in it. */
import type { Arm, GanArm, Metric } from "../../src/language/arm.ts";
import { adam, affineNormal, dense, gan, normalLatent, sample, vary } from "../../src/language/describe.ts";

export const epochs = 20;
/** A round is one update of each player; 1000 points in batches of 8 make 125 rounds an epoch. */
export const roundsAnEpoch = 125;
export const roundOf = (epoch: number): number => epoch * roundsAnEpoch;
const endsOf = (count: number): number[] => Array.from({ length: count + 1 }, (_, epoch) => roundOf(epoch));
/** Where the deck prints its losses: recorded there, a loss is the mean over the epoch, as printed. */
export const epochEnds = endsOf(epochs);
/** Within the first four epochs. Update 0 is the state before any. */
export const earlyUpdates = [0, 1, 2, 5, 10, 20, 50, 100, 125, 200, 250, 375, 500];

const ofDistribution: Metric[] = [
  "wasserstein2",
  "bhattacharyya",
  "correlation",
  "covarianceError",
  "eigenvalueRatio",
  "sd",
];

const init = { kind: "normal", sd: 0.02 } as const;

const deck = gan({
  data: affineNormal({
    matrix: [
      [1, 2],
      [-0.1, 0.5],
    ],
    shift: [1, 2],
  }),
  batches: { kind: "epochs", points: 1000 },
  latent: normalLatent({ dimensions: 2 }),
  generator: { layers: [dense(2, "linear", init)] },
  discriminator: { layers: [dense(5, "tanh", init), dense(3, "tanh", init), dense(1, "linear", init)] },
  optimizer: {
    // MXNet's Adam has ε outside the bias correction, as TensorFlow 1 does.
    generator: adam({ stepSize: 0.005, epsilonForm: "tensorflow" }),
    discriminator: adam({ stepSize: 0.05, epsilonForm: "tensorflow" }),
  },
  generatorLoss: "non-saturating",
  discriminatorLossFactor: 0.5,
  schedule: { rounds: roundOf(epochs), discriminatorSteps: 1, generatorSteps: 1, batch: 8, latents: "shared" },
  record: { metrics: [...ofDistribution, "discriminatorLoss", "generatorLoss"], rounds: epochEnds },
});

const stepSizes = (discriminator: number, generator: number): GanArm =>
  vary(deck, { optimizer: { discriminator: { stepSize: discriminator }, generator: { stepSize: generator } } });

const saturating = (arm: GanArm): GanArm => vary(arm, { generatorLoss: "saturating" });

/** Adam remembers the size of some 1/(1 − β₂) gradients: 1,000 in the deck. */
const memory = (beta2: number): GanArm => vary(deck, { optimizer: { generator: { beta2 } } });

const bySgd = (stepSize: number): GanArm => ({
  ...deck,
  optimizer: { ...deck.optimizer, generator: { kind: "sgd", stepSize } },
});

const lasting = (arm: GanArm, count: number): GanArm =>
  vary(arm, { schedule: { rounds: roundOf(count) }, record: { rounds: endsOf(count) } });

/** Besides the deck's own D 0.05, G 0.005. */
export const stepSizeArms = {
  "D 0.05, G 0.0025": stepSizes(0.05, 0.0025),
  "D 0.05, G 0.01": stepSizes(0.05, 0.01),
  "D 0.05, G 0.02": stepSizes(0.05, 0.02),
  "D 0.05, G 0.05": stepSizes(0.05, 0.05),
  "D 0.005, G 0.005": stepSizes(0.005, 0.005),
  "D 0.01, G 0.005": stepSizes(0.01, 0.005),
  "D 0.02, G 0.005": stepSizes(0.02, 0.005),
  "D 0.1, G 0.005": stepSizes(0.1, 0.005),
  "D 0.02, G 0.002": stepSizes(0.02, 0.002),
  "D 0.1, G 0.01": stepSizes(0.1, 0.01),
  "D 0.2, G 0.02": stepSizes(0.2, 0.02),
  "D 0.005, G 0.05": stepSizes(0.005, 0.05),
};

/** The deck's beginning, looked at more closely: the same training, with both losses' gradients. */
const firstUpdates = vary(deck, {
  schedule: { rounds: 500 },
  record: {
    metrics: ["gradientRatio"],
    rounds: earlyUpdates,
    film: { rounds: earlyUpdates, keeps: "weights" },
  },
});

const withoutFilm = (arm: GanArm): GanArm => vary(arm, { record: { film: undefined } });

export const arms = {
  deck: vary(deck, { record: { film: { rounds: epochEnds, keeps: "weights" } } }),
  ...stepSizeArms,

  "saturating loss": saturating(deck),
  "β₂ 0.99": memory(0.99),
  "β₂ 0.99, saturating loss": saturating(memory(0.99)),
  "β₂ 0.9": memory(0.9),
  "β₂ 0.9, saturating loss": saturating(memory(0.9)),
  "SGD 0.02": bySgd(0.02),
  "SGD 0.02, saturating loss": saturating(bySgd(0.02)),
  "SGD 0.05": bySgd(0.05),
  "SGD 0.05, saturating loss": saturating(bySgd(0.05)),
  "first updates": firstUpdates,
  "first updates, D's step size 0": withoutFilm(vary(firstUpdates, { optimizer: { discriminator: { stepSize: 0 } } })),
  "first updates, no G updates": withoutFilm(vary(firstUpdates, { schedule: { generatorSteps: 0 } })),
  "stale fakes": vary(deck, { schedule: { order: "simultaneous" } }),

  "fresh draws": vary(deck, { batches: undefined }),
  "80 epochs": lasting(deck, 80),
  "80 epochs, D 0.01, G 0.001": lasting(stepSizes(0.01, 0.001), 80),
  "batches of 40": vary(deck, { schedule: { batch: 40 } }),
  "fresh discriminator": vary(stepSizes(0.005, 0.01), {
    batches: undefined,
    pretraining: { target: { kind: "generator-of", arm: deck }, updates: 3000, batch: 8 },
    schedule: { generatorSteps: 0 },
    record: { metrics: [...ofDistribution, "discriminatorLoss"], rounds: [0, roundOf(epochs - 4)] },
  }),

  "unpaired coordinates": vary(deck, { batches: { kind: "epochs", points: 1000, isUnpaired: true } }),
  "D's step size 0": stepSizes(0, 0.005),
  "no G updates": vary(deck, {
    schedule: { generatorSteps: 0 },
    record: { metrics: [...ofDistribution, "discriminatorLoss"] },
  }),
  untrained: vary(deck, { schedule: { rounds: 0 }, record: { metrics: ofDistribution } }),
  "the run's own 1000 points": sample({ data: deck.data, size: 1000, stream: "data", metrics: ofDistribution }),
  "10,000 other points": sample({ data: deck.data, size: 10_000, stream: "other points", metrics: ofDistribution }),
} satisfies Record<string, Arm>;
