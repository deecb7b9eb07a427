import { z } from "zod";
import { batchesSchema, dataSchema, latentSchema } from "./data.ts";
import { layersSchema, networkSchema, optimizerSchema } from "./network.ts";
import { metricsSchema, recordingSchema } from "./recording.ts";
import {
  boolean,
  count,
  kinds,
  list,
  notNegative,
  number,
  type Plain,
  positive,
  settings,
  size,
  text,
  word,
} from "./setting.ts";

/**
 * An arm is plain data: everything that training one trial depends on, besides the seed and the engine.
 * No function hides in it, so it can be hashed, listed, sharded and printed in the report.
 *
 * Each kind of arm is written down once, as a strict schema: its type is inferred from it. What must hold between settings
 * stands in src/language/arm-rules.ts.
 */
export type Arm = GanArm | SampleArm | ImageSampleArm | GameArm | ClassifierArm;

export type * from "./data.ts";
export type * from "./network.ts";
export type * from "./recording.ts";

const accumulationSchema = settings({
  /** Whether a player's buffers are zeroed after its step. Never zeroed, they hold the sum of every gradient so far. */
  isZeroed: boolean,
  /** Whether the generator's loss leaves its gradient in the discriminator's buffers, to be stepped on next. */
  hasCrossTalk: boolean,
});

/**
 * Which gradients are added to which buffer, and when, in frameworks where a backward pass adds to buffers that somebody
 * has to zero. A player steps on its buffers as they are.
 */
export interface GradientAccumulation extends Plain<z.infer<typeof accumulationSchema>> {}

const scheduleSchema = settings({
  rounds: count,
  /** Discriminator updates a round (Algorithm 1's k). */
  discriminatorSteps: count,
  /** Generator updates a round: 1 in Algorithm 1, 0 freezes the generator. */
  generatorSteps: count,
  batch: size,
  /** Whether the players' updates of one round see the same latents (one update each a round), or fresh ones (default). */
  latents: word("fresh", "shared").optional(),
  /**
   * `alternating` (default): the generator answers the discriminator that was just updated. `simultaneous`: the one from
   * before, as if D(G(z)) were not computed again.
   */
  order: word("alternating", "simultaneous").optional(),
});

export interface Schedule extends Plain<z.infer<typeof scheduleSchema>> {}

const generatorLossSchema = word("non-saturating", "saturating");

/** Goodfellow et al. 2014, section 3: descend −log D(G(z)) (non-saturating) or log(1 − D(G(z))) (saturating). */
export type GeneratorLoss = z.infer<typeof generatorLossSchema>;

const ganSettings = settings({
  kind: word("gan"),
  data: dataSchema,
  /** How real batches are made of the data; default fresh independent draws. */
  batches: batchesSchema.optional(),
  latent: latentSchema,
  generator: networkSchema,
  discriminator: networkSchema,
  optimizer: settings({ generator: optimizerSchema, discriminator: optimizerSchema }),
  generatorLoss: generatorLossSchema,
  /** What stands in a player's gradient buffers when its optimizer steps; default one gradient, of its own loss. */
  gradients: accumulationSchema.optional(),
  /** Multiplies −E log D(x) − E log(1 − D(G(z))), default 1; ½ where a source takes the mean of the two. */
  discriminatorLossFactor: positive.optional(),
  /** Where the generator starts: at its weights alone (default), or at the mean of the images that it is to learn. */
  start: word("mean-image").optional(),
  schedule: scheduleSchema,
  record: recordingSchema,
});

const pretrainingSchema = settings({
  /** What a player is fitted to by squared error. */
  target: kinds([
    // The generator: z ↦ Q(z), the data's quantile function, z ~ latent (one uniform dimension on [0, 1)).
    settings({ kind: word("quantile-function") }),
    // The generator: the map of another arm's trained generator, same seed, same latent.
    settings({ kind: word("generator-of"), arm: z.lazy((): z.ZodType<GanArm> => ganSchema) }),
    // The discriminator: x ↦ p(x), the data's density, x ~ U[low, high).
    settings({
      kind: word("density"),
      low: number(),
      high: number(),
      /** Whether the output is clamped meanwhile, as in the game; where it is not, no gradient is lost. */
      isClamped: boolean,
    }).refine(({ low, high }) => low < high, { path: ["high"], error: "a number above low" }),
  ]),
  updates: count,
  batch: size,
  /** In place of that of the game. */
  optimizer: optimizerSchema.optional(),
});

export interface Pretraining extends Plain<z.infer<typeof pretrainingSchema>> {}

/** A generative adversarial network and its training by Goodfellow et al. 2014, Algorithm 1. */
export interface GanArm extends Plain<z.infer<typeof ganSettings>> {
  /** Supervised training of one player before the game begins. */
  readonly pretraining?: Pretraining;
}

const ganSchema = settings({ ...ganSettings.shape, pretraining: pretrainingSchema.optional() });

const sampleSchema = settings({
  kind: word("sample"),
  data: dataSchema,
  size,
  /** Names the random stream, so that two sample arms of one seed are independent. */
  stream: text,
  metrics: metricsSchema,
});

/** No training at all: `size` draws from the data stand in the generator's place. The floor of every metric. */
export interface SampleArm extends Plain<z.infer<typeof sampleSchema>> {}

const imageSampleSchema = settings({
  kind: word("image-sample"),
  size,
  /** Names the random stream, so that two sample arms of one seed are independent. */
  stream: text,
  /** A 3 × 3 blur, or normal noise that changes the pixels as much in the mean square. */
  change: word("blur", "noise").optional(),
  metrics: metricsSchema,
});

/** No training at all: training digits, perhaps changed, stand in the generator's place. */
export interface ImageSampleArm extends Plain<z.infer<typeof imageSampleSchema>> {}

const classifierSchema = settings({
  kind: word("classifier"),
  /** From 784 pixels in [0, 1] to a score for each class. */
  layers: layersSchema,
  optimizer: optimizerSchema,
  epochs: count,
  batch: size,
});

/** The network behind the metrics of images, fitted to MNIST's labels: everything that its weights depend on, besides the engine. */
export interface ClassifierArm extends Plain<z.infer<typeof classifierSchema>> {}

/** A game by its kind. What else can be set is for the game's own file to say: src/games/<kind>.game.ts. */
export interface GameSettings {
  readonly kind: string;
}

const gameSettingsSchema = z.looseObject(
  { kind: z.string({ error: "the kind of a game" }).regex(/^[a-z0-9-]+$/, { error: 'a kind of a-z, 0-9 and "-"' }) },
  { error: "a game's settings" },
);

const methodSchema = word("gradient-descent", "alternating-gradient-descent", "extragradient");
export type GameMethod = z.infer<typeof methodSchema>;

const gameSchema = settings({
  kind: word("game"),
  game: gameSettingsSchema,
  method: methodSchema,
  stepSize: notNegative,
  iterations: count,
  /** One number for each of the game's parameters; default the game's own start, which may differ from seed to seed. */
  start: list(number(), "one number for each parameter").optional(),
  /** Keep every iterate (for figures), not only what is measured on them. */
  keepTrajectory: boolean.optional(),
});

/** A game of a few parameters, followed in float64. @typeParam Settings of its game; of any game by default */
export interface GameArm<Settings extends GameSettings = GameSettings>
  extends Omit<Plain<z.infer<typeof gameSchema>>, "game"> {
  readonly game: Settings;
}

/** Every kind of arm. */
export const armSchema = kinds([ganSchema, sampleSchema, imageSampleSchema, gameSchema, classifierSchema]);
