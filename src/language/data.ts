import { z } from "zod";
import {
  boolean,
  kinds,
  list,
  notNegative,
  number,
  type Plain,
  pair,
  positive,
  settings,
  size,
  word,
} from "./setting.ts";

/** `low` and `high` of a range that is not empty. */
const ascending = <Range extends { low: number; high: number }>({ low, high }: Range): boolean => low < high;
const ofRange = { path: ["high"], error: "a number above low" };

/** How bytes of images become the numbers that networks see. */
export const normalisationSchema = kinds([
  // [0, 255] to [low, high]: low + (high − low)·byte/255
  settings({ kind: word("range"), low: number(), high: number() }).refine(ascending, ofRange),
  // (byte/255 − mean)/sd
  settings({ kind: word("standard"), mean: number(), sd: positive }),
]);
export type Normalisation = Plain<z.infer<typeof normalisationSchema>>;

const componentSchema = settings({ weight: positive, mean: number(), sd: positive });
export type Component = Plain<z.infer<typeof componentSchema>>;

/** How far the weights of a mixture may be from 1 in sum: what rounding makes of thirds and tenths. */
const roundingOfWeights = 1e-9;

const scalarOptions = [
  settings({ kind: word("normal"), mean: number(), sd: notNegative }),
  settings({ kind: word("uniform"), low: number(), high: number() }).refine(ascending, ofRange),
  settings({
    kind: word("mixture"),
    /** Normal components; the weights sum to 1. */
    components: list(componentSchema, "at least one component", 1).refine(
      (components) => Math.abs(components.reduce((sum, { weight }) => sum + weight, 0) - 1) < roundingOfWeights,
      { error: "components whose weights sum to 1" },
    ),
  }),
] as const;

const planeSchema = settings({
  kind: word("affine-normal"),
  /** A of x = n·A + b, row by row. */
  matrix: z.tuple([pair, pair], { error: "two rows of two numbers" }),
  /** b of x = n·A + b. */
  shift: pair,
});

/** Images in MNIST's training set. */
const trainingImages = 60_000;

const digitsSchema = settings({
  kind: word("mnist"),
  /** How many of the training images are used, from the first on; default all 60,000. */
  images: number(
    `a whole number from 1 to ${trainingImages.toLocaleString("en")}`,
    (images) => Number.isSafeInteger(images) && images >= 1 && images <= trainingImages,
  ).optional(),
  normalisation: normalisationSchema,
});

export const dataSchema = kinds([...scalarOptions, planeSchema, digitsSchema]);

/** What the discriminator is shown as real; every kind has independent coordinates unless it says otherwise. */
export type Data = Plain<z.infer<typeof dataSchema>>;

/** One dimension, or several independent ones. */
export type Scalar = Plain<z.infer<(typeof scalarOptions)[number]>>;

/** x = n·A + b with n ~ N(0, I) as a row vector: N(b, AᵀA) in the plane. */
export interface Plane extends Plain<z.infer<typeof planeSchema>> {}

/** The training images of MNIST, 784 pixels each. */
export interface Digits extends Plain<z.infer<typeof digitsSchema>> {}

export type Pair = readonly [number, number];

export const batchesSchema = kinds([
  // A sample of `points`, drawn once per seed and reshuffled for every epoch.
  settings({
    kind: word("epochs"),
    /** Points of the sample; a whole number of batches. */
    points: size,
    /** Whether each coordinate is shuffled in an order of its own: the margins stay, their dependence goes. */
    isUnpaired: boolean.optional(),
  }),
  // Fresh draws, each batch in ascending order (one dimension).
  settings({ kind: word("sorted") }),
]);

/** How real batches are made of the data. */
export type Batches = Plain<z.infer<typeof batchesSchema>>;

export const latentSchema = kinds([
  settings({ kind: word("uniform"), dimensions: size, low: number(), high: number() }).refine(ascending, ofRange),
  settings({ kind: word("normal"), dimensions: size, mean: number(), sd: notNegative }),
  // np.linspace(low, high, batch) + jitter·U[0, 1), in this order: one dimension, every batch spread over the range.
  settings({
    kind: word("stratified"),
    dimensions: z.literal(1, { error: "1 dimension, as stratified latents have" }),
    low: number(),
    high: number(),
    jitter: notNegative,
  }).refine(ascending, ofRange),
]);

/** The prior of the generator's input. */
export type Latent = Plain<z.infer<typeof latentSchema>>;
