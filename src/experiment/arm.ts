/**
 * An arm is plain data: everything that training one trial depends on, besides the seed and the engine.
 * No function hides in it, so it can be hashed, listed, sharded and printed in the report.
 */
export type Arm = GanArm | SampleArm | GameArm;

/** A generative adversarial network and its training by Goodfellow et al. 2014, Algorithm 1. */
export interface GanArm {
  readonly kind: "gan";
  readonly data: Data;
  readonly latent: Latent;
  readonly generator: Network;
  readonly discriminator: Network;
  readonly optimizer: { readonly generator: Optimizer; readonly discriminator: Optimizer };
  readonly generatorLoss: GeneratorLoss;
  /** Supervised training of one player before the game begins. */
  readonly pretraining?: Pretraining;
  readonly schedule: Schedule;
  readonly record: Recording;
}

/** No training at all: `size` draws from the data stand in the generator's place. The floor of every metric. */
export interface SampleArm {
  readonly kind: "sample";
  readonly data: Data;
  readonly size: number;
  /** Names the random stream, so that two sample arms of one seed are independent. */
  readonly stream: string;
  readonly metrics: readonly Metric[];
}

/** A two-parameter game followed in float64. */
export interface GameArm {
  readonly kind: "game";
  readonly game: BiasGame;
  readonly method: GameMethod;
  readonly stepSize: number;
  readonly iterations: number;
  /** (b_D, b_G) */
  readonly start: readonly [number, number];
  /** Keep every iterate (for figures), not only what is measured on them. */
  readonly keepTrajectory?: boolean;
}

export type GameMethod = "gradient-descent" | "alternating-gradient-descent" | "extragradient";

/** The two-bias "GAN" of source 0: real ~ U[0,1], input ~ U[1,2], D(x) = exp(−(x + b_D)²), G(z) = z + b_G. */
export interface BiasGame {
  /** Points of either kind: drawn from the seed, or the draw-free grid x_i = (i + ½)/n. */
  readonly points: { readonly kind: "drawn" | "grid"; readonly count: number };
  /** D = margin + (1 − 2·margin)·exp(−u²); the notebook's margin is 0.001, 0 leaves D as it is. */
  readonly margin: number;
  /** The generator's output is clamped to ±clamp; null leaves it as it is. */
  readonly clamp: number | null;
}

/** What the discriminator is shown as real; every kind has independent coordinates unless it says otherwise. */
export type Data =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number };

/** The prior of the generator's input. */
export type Latent =
  | { readonly kind: "uniform"; readonly dimensions: number; readonly low: number; readonly high: number }
  | { readonly kind: "normal"; readonly dimensions: number; readonly mean: number; readonly sd: number };

export type Activation = "linear" | "sigmoid" | "tanh" | "relu" | "leaky-relu";

export interface Dense {
  readonly units: number;
  readonly activation: Activation;
  /** Slope of leaky-relu below zero. */
  readonly slope?: number;
  /** Share of units dropped after the activation, survivors scaled by 1/(1 − p) (inverted dropout). */
  readonly dropout?: number;
  readonly init: Initializer;
}

/** How a layer's kernel is drawn; biases always start at 0. */
export type Initializer =
  /** U(±√(6/(in + out))): Glorot and Bengio 2010, (16); the default of tf.layers.dense. */
  | { readonly kind: "glorot-uniform" }
  | { readonly kind: "normal"; readonly sd: number }
  /** N(0, gain/in): He et al. 2015 with gain 2. */
  | { readonly kind: "normal-fan-in"; readonly gain: number };

export interface Network {
  readonly layers: readonly Dense[];
  /** Multiplies the last layer's output. */
  readonly scale?: number;
  /** Bounds the (scaled) output by max(low, min(high, ·)); the gradient outside is zero. */
  readonly clamp?: readonly [low: number, high: number];
}

export type Optimizer = (
  | { readonly kind: "sgd"; readonly stepSize: number }
  /** v ← ρv + g, w ← w − stepSize·v */
  | { readonly kind: "momentum"; readonly stepSize: number; readonly momentum: number }
  | {
      readonly kind: "adam";
      readonly stepSize: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      /**
       * "standard" (Kingma and Ba 2015, Algorithm 1; PyTorch): w ← w − stepSize·m̂/(√v̂ + ε).
       * "tensorflow" (the paper's remark before section 2.1; TensorFlow 1): w ← w − stepSize·(√(1−β₂ᵗ)/(1−β₁ᵗ))·m/(√v + ε).
       */
      readonly epsilonForm: "standard" | "tensorflow";
    }
) & {
  /** Staircase decay: the step size is multiplied by `factor` after every `every` updates of this player. */
  readonly decay?: { readonly factor: number; readonly every: number };
};

/** Goodfellow et al. 2014, section 3: descend −log D(G(z)) (non-saturating) or log(1 − D(G(z))) (saturating). */
export type GeneratorLoss = "non-saturating" | "saturating";

export interface Pretraining {
  readonly player: "generator";
  /** What the player is fitted to by squared error. */
  readonly target: /** the generator: z ↦ Q(z), the data's quantile function, z ~ latent (one uniform dimension on [0, 1)) */
    | { readonly kind: "quantile-function" }
    /** the generator: the map of another arm's trained generator, same seed, same latent */
    | { readonly kind: "generator-of"; readonly arm: GanArm };
  readonly updates: number;
  readonly batch: number;
}

export interface Schedule {
  readonly rounds: number;
  /** Discriminator updates a round (Algorithm 1's k). */
  readonly discriminatorSteps: number;
  /** Generator updates a round: 1 in Algorithm 1, 0 freezes the generator. */
  readonly generatorSteps: number;
  readonly batch: number;
}

/** What is written down while training. Recording draws from streams of its own and never changes the training. */
export interface Recording {
  readonly metrics: readonly Metric[];
  /** Rounds at which metrics are taken, ascending; the end of training is always among them. */
  readonly rounds: readonly number[];
  /** Rounds at which the film arrays `frames.generator` and `frames.discriminator` are kept. */
  readonly film?: {
    readonly rounds: readonly number[];
    readonly points: number;
    readonly x: readonly [number, number];
  };
}

/** Names of what `src/metrics` can measure on a trial. */
export type Metric =
  | "wasserstein1"
  | "kolmogorovSmirnov"
  | "mean"
  | "sd"
  /** The least and the largest generated value, in standard deviations of the data from its mean. */
  | "lowest"
  | "highest"
  | "discriminatorGap"
  | "monotone"
  | "gradientRatio";
