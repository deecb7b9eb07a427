import type { Batches, Data, Latent } from "./data.ts";
import type { Metric, Recording } from "./recording.ts";

/**
 * An arm is plain data: everything that training one trial depends on, besides the seed and the engine.
 * No function hides in it, so it can be hashed, listed, sharded and printed in the report.
 */
export type Arm = GanArm | SampleArm | ImageSampleArm | GameArm | ClassifierArm;

export type * from "./data.ts";
export type * from "./recording.ts";

/** A generative adversarial network and its training by Goodfellow et al. 2014, Algorithm 1. */
export interface GanArm {
  readonly kind: "gan";
  readonly data: Data;
  /** How real batches are made of the data: fresh independent draws unless told. */
  readonly batches?: Batches;
  readonly latent: Latent;
  readonly generator: Network;
  readonly discriminator: Network;
  readonly optimizer: { readonly generator: Optimizer; readonly discriminator: Optimizer };
  readonly generatorLoss: GeneratorLoss;
  /** What stands in a player's gradient buffers when its optimizer steps: one gradient, of its own loss, unless told. */
  readonly gradients?: GradientBookkeeping;
  /** Multiplies −E log D(x) − E log(1 − D(G(z))): 1 unless told, ½ where a source takes the mean of the two. */
  readonly discriminatorLossFactor?: number;
  /** Where the generator starts: its weights alone unless told, or the mean of the images that it is to learn. */
  readonly start?: "mean-image";
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

/** The same with training digits, perhaps changed. */
export interface ImageSampleArm {
  readonly kind: "image-sample";
  readonly size: number;
  readonly stream: string;
  /** A 3 × 3 blur, or normal noise that changes the pixels as much in the mean square. */
  readonly change?: "blur" | "noise";
  readonly metrics: readonly Metric[];
}

/** The network behind the metrics of images, fitted to MNIST's labels: everything that its weights depend on, besides the engine. */
export interface ClassifierArm {
  readonly kind: "classifier";
  /** From 784 pixels in [0, 1] to a score for each class. */
  readonly layers: readonly Dense[];
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batch: number;
}

/** A game of a few parameters, followed in float64. @typeParam Settings of its game; any game's by default */
export interface GameArm<Settings extends GameSettings = GameSettings> {
  readonly kind: "game";
  readonly game: Settings;
  readonly method: GameMethod;
  readonly stepSize: number;
  readonly iterations: number;
  /** One number for each of the game's parameters; the game's own start by default, which may differ from seed to seed. */
  readonly start?: readonly number[];
  /** Keep every iterate (for figures), not only what is measured on them. */
  readonly keepTrajectory?: boolean;
}

/** A game by its kind, with the settings that its own file defines (`src/games/<kind>.game.ts`). */
export interface GameSettings {
  readonly kind: string;
}

export type GameMethod = "gradient-descent" | "alternating-gradient-descent" | "extragradient";

export type Activation = "linear" | "sigmoid" | "tanh" | "relu" | "leaky-relu" | "maxout";

export interface Dense {
  readonly units: number;
  readonly activation: Activation;
  /** Slope of leaky-relu below zero. */
  readonly slope?: number;
  /** Linear pieces of each maxout unit, of which it takes the largest (Goodfellow et al. 2013): 2 or more. */
  readonly pieces?: number;
  /** Share of units dropped after the activation, survivors scaled by 1/(1 − p) (inverted dropout). */
  readonly dropout?: number;
  readonly init: Initializer;
}

/** How a layer's kernel is drawn; biases always start at 0. */
export type Initializer =
  /** U(±√(6/(in + out))): Glorot and Bengio 2010, (16); the default of tf.layers.dense. */
  | { readonly kind: "glorot-uniform" }
  | { readonly kind: "normal"; readonly sd: number }
  /** U(±limit) */
  | { readonly kind: "uniform"; readonly limit: number }
  /** N(0, gain/in): He et al. 2015 with gain 2. */
  | { readonly kind: "normal-fan-in"; readonly gain: number };

export interface Network {
  readonly layers: readonly Dense[];
  /** Share of inputs dropped, as `dropout` drops units. */
  readonly inputDropout?: number;
  /** Multiplies the last layer's output. */
  readonly scale?: number;
  /** Is added to the scaled output. */
  readonly shift?: number;
  /** Bounds the (scaled and shifted) output by max(low, min(high, ·)); the gradient outside is zero. */
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

/**
 * Which gradients are added to which buffer, and when, in frameworks where a backward pass adds to buffers that somebody
 * has to zero. A player steps on its buffers as they are.
 */
export interface GradientBookkeeping {
  /** Whether a player's buffers are zeroed after its step. Never zeroed, they hold the sum of every gradient so far. */
  readonly isZeroed: boolean;
  /** Whether the generator's loss leaves its gradient in the discriminator's buffers, to be stepped on next. */
  readonly hasCrossTalk: boolean;
}

/** Goodfellow et al. 2014, section 3: descend −log D(G(z)) (non-saturating) or log(1 − D(G(z))) (saturating). */
export type GeneratorLoss = "non-saturating" | "saturating";

export interface Pretraining {
  /** What a player is fitted to by squared error. */
  readonly target: /** the generator: z ↦ Q(z), the data's quantile function, z ~ latent (one uniform dimension on [0, 1)) */
    | { readonly kind: "quantile-function" }
    /** the generator: the map of another arm's trained generator, same seed, same latent */
    | { readonly kind: "generator-of"; readonly arm: GanArm }
    /** the discriminator: x ↦ p(x), the data's density, x ~ U[low, high) */
    | {
        readonly kind: "density";
        readonly low: number;
        readonly high: number;
        /** Whether the output is clamped meanwhile, as in the game; where it is not, no gradient is lost. */
        readonly isClamped: boolean;
      };
  readonly updates: number;
  readonly batch: number;
  /** In place of that of the game. */
  readonly optimizer?: Optimizer;
}

export interface Schedule {
  readonly rounds: number;
  /** Discriminator updates a round (Algorithm 1's k). */
  readonly discriminatorSteps: number;
  /** Generator updates a round: 1 in Algorithm 1, 0 freezes the generator. */
  readonly generatorSteps: number;
  readonly batch: number;
  /** Whether the players' updates of one round see the same latents (one update each a round), or fresh ones. */
  readonly latents?: "fresh" | "shared";
  /**
   * `alternating` (unless told): the generator answers the discriminator that was just updated. `simultaneous`: the one
   * from before, as if D(G(z)) were not computed again.
   */
  readonly order?: "alternating" | "simultaneous";
}
