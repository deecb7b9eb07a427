import type { Normalisation } from "../data/images.ts";

/** What the discriminator is shown as real; every kind has independent coordinates unless it says otherwise. */
export type Data = Scalar | Plane | Digits;

/** One dimension, or several independent ones. */
export type Scalar =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  /** Normal components; the weights sum to 1. */
  | { readonly kind: "mixture"; readonly components: readonly Component[] };

export interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

/** x = n·A + b with n ~ N(0, I) as a row vector: N(b, AᵀA) in the plane. */
export interface Plane {
  readonly kind: "affine-normal";
  /** A, row by row. */
  readonly matrix: readonly [Pair, Pair];
  /** b */
  readonly shift: Pair;
}

/** The training images of MNIST, 784 pixels each: the first so many of them, all 60,000 unless told. */
export interface Digits {
  readonly kind: "mnist";
  readonly images?: number;
  readonly normalisation: Normalisation;
}

export type Pair = readonly [number, number];

export type Batches =
  /** A sample of `points`, drawn once for each seed and shuffled anew for every epoch; a batch must divide it. */
  | {
      readonly kind: "epochs";
      readonly points: number;
      /** Each coordinate in an order of its own: the margins stay, their dependence goes. */
      readonly isUnpaired?: boolean;
    }
  /** Fresh draws, each batch in ascending order (one dimension). */
  | { readonly kind: "sorted" };

/** The prior of the generator's input. */
export type Latent =
  | { readonly kind: "uniform"; readonly dimensions: number; readonly low: number; readonly high: number }
  | { readonly kind: "normal"; readonly dimensions: number; readonly mean: number; readonly sd: number }
  /** np.linspace(low, high, batch) + jitter·U[0, 1), in this order: one dimension, every batch spread over the range. */
  | {
      readonly kind: "stratified";
      readonly dimensions: 1;
      readonly low: number;
      readonly high: number;
      readonly jitter: number;
    };
