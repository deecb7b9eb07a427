import type { z } from "zod";
import { interval, kinds, list, notNegative, number, type Plain, positive, settings, size, word } from "./setting.ts";

export const activationSchema = word("linear", "sigmoid", "tanh", "relu", "leaky-relu", "maxout");
export type Activation = z.infer<typeof activationSchema>;

/** How a layer's kernel is drawn; biases always start at 0. */
export const initializerSchema = kinds([
  // U(±√(6/(in + out))): Glorot and Bengio 2010, (16); the default of tf.layers.dense.
  settings({ kind: word("glorot-uniform") }),
  settings({ kind: word("normal"), sd: notNegative }),
  // U(±limit)
  settings({ kind: word("uniform"), limit: notNegative }),
  // N(0, gain/in): He et al. 2015 with gain 2.
  settings({ kind: word("normal-fan-in"), gain: notNegative }),
]);

/** How a layer's kernel is drawn; biases always start at 0. */
export type Initializer = Plain<z.infer<typeof initializerSchema>>;

const share = number("a share of 0 or more, below 1", (value) => value >= 0 && value < 1);

export const denseSchema = settings({
  units: size,
  activation: activationSchema,
  /** Slope of leaky-relu below zero, default 0.2. */
  slope: positive.optional(),
  /** Linear pieces of each maxout unit, of which it takes the largest (Goodfellow et al. 2013): 2 or more. */
  pieces: size.optional(),
  /** Share of units dropped after the activation, survivors scaled by 1/(1 − p) (inverted dropout). */
  dropout: share.optional(),
  init: initializerSchema,
})
  // The derivative of leaky-relu is taken from the sign of its output, so that its slope is above 0.
  .refine(({ activation, slope }) => slope === undefined || activation === "leaky-relu", {
    path: ["slope"],
    error: "a slope of leaky-relu only",
  })
  .refine(({ activation, pieces }) => activation !== "maxout" || (pieces !== undefined && pieces >= 2), {
    path: ["pieces"],
    error: "2 or more pieces of a maxout unit",
  })
  .refine(({ activation, pieces }) => activation === "maxout" || pieces === undefined, {
    path: ["pieces"],
    error: "pieces of maxout only",
  });

/** A dense layer. */
export interface Dense extends Plain<z.infer<typeof denseSchema>> {}

export const layersSchema = list(denseSchema, "at least one layer", 1);

export const networkSchema = settings({
  layers: layersSchema,
  /** Share of inputs dropped, as `dropout` drops units. */
  inputDropout: share.optional(),
  /** Multiplies the last layer's output, default 1. */
  scale: number().optional(),
  /** Is added to the scaled output, default 0. */
  shift: number().optional(),
  /** Bounds the (scaled and shifted) output by max(low, min(high, ·)); the gradient outside is zero. */
  clamp: interval.optional(),
}).superRefine(({ layers }, context) => {
  const last = layers.length - 1;
  if (last < 0) return;
  const { dropout = 0, activation } = layers[last];
  const refuse = (setting: string, message: string) =>
    context.addIssue({ code: "custom", path: ["layers", last, setting], message });
  if (dropout > 0) refuse("dropout", "no dropout after the output layer (put it on a hidden layer)");
  if (activation === "maxout") refuse("activation", "no maxout as the output layer (put a linear one on top of it)");
});

/** A feed-forward network. */
export interface Network extends Plain<z.infer<typeof networkSchema>> {}

/** What every optimizer has. */
const common = {
  stepSize: notNegative,
  /** Staircase decay: the step size is multiplied by `factor` after every `every` updates of this player. */
  decay: settings({ factor: positive, every: size }).optional(),
};

const beta = number("a number of 0 or more, below 1", (value) => value >= 0 && value < 1);

export const optimizerSchema = kinds([
  settings({ kind: word("sgd"), ...common }),
  settings({
    kind: word("momentum"),
    /** ρ in v ← ρv + g, w ← w − stepSize·v */
    momentum: number("a number from 0 to 1", (value) => value >= 0 && value <= 1),
    ...common,
  }),
  settings({
    kind: word("adam"),
    /** β₁: how much of the mean gradient is kept from update to update. */
    beta1: beta,
    /** β₂: how much of the mean squared gradient is kept from update to update. */
    beta2: beta,
    epsilon: positive,
    /**
     * "standard" (Kingma and Ba 2015, Algorithm 1; PyTorch): w ← w − stepSize·m̂/(√v̂ + ε).
     * "tensorflow" (the paper's remark before section 2.1; TensorFlow 1): w ← w − stepSize·(√(1−β₂ᵗ)/(1−β₁ᵗ))·m/(√v + ε).
     */
    epsilonForm: word("standard", "tensorflow"),
    ...common,
  }),
]);

/** How a player steps along its gradient. */
export type Optimizer = Plain<z.infer<typeof optimizerSchema>>;
