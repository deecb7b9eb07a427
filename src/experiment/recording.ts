import type { Pair } from "./data.ts";

/** What is written down while training. Recording draws from streams of its own and never changes the training. */
export interface Recording {
  readonly metrics: readonly Metric[];
  /** Rounds at which metrics are taken, ascending; the end of training is always among them. */
  readonly rounds: readonly number[];
  /** Of these the end value is the mean over the recorded rounds from `from` on: for games that never settle. */
  readonly averaged?: { readonly metrics: readonly Metric[]; readonly from: number };
  /** Rounds at which frames are kept. */
  readonly film?: Filming;
  /**
   * Images that are kept, in place of both players' weights: `samples` `[rounds, count, 784]`, bytes from background to
   * ink, of the same latents each time.
   */
  readonly samples?: { readonly rounds: readonly number[]; readonly count: number };
}

/** One dimension: `frames.generator` on a grid of latents, `frames.discriminator` on a grid of x. The plane: both players' weights. */
export type Filming = { readonly rounds: readonly number[] } & (
  | { readonly points: number; readonly x: Pair }
  | { readonly keeps: "weights" }
);

/** Names of what `src/training/measure.ts` can measure on a trial. */
export type Metric =
  | "wasserstein1"
  | "kolmogorovSmirnov"
  | "mean"
  /** Standard deviation of the samples; in the plane √(trace of their covariance). */
  | "sd"
  /** The least and the largest generated value, in standard deviations of the data from its mean. */
  | "lowest"
  | "highest"
  /** Largest |D − ½| on μ ± 2σ, and on μ ± 3σ. */
  | "discriminatorGap"
  | "discriminatorGapWithin3Sd"
  /** Largest |D − p| on μ ± 3σ, p the data's density. */
  | "densityGap"
  | "monotone"
  /** Mean D(G(z)). */
  | "probabilityOfFakes"
  /** Norm of the generator's gradient under the arm's own loss; non-saturating over saturating. */
  | "gradientNorm"
  | "gradientRatio"
  /** Mean losses of the updates since the last record. */
  | "discriminatorLoss"
  | "generatorLoss"
  /** Of affine generators, in closed form: see src/metrics/gaussian.ts. */
  | "wasserstein2"
  | "bhattacharyya"
  | "correlation"
  | "covarianceError"
  | "eigenvalueRatio"
  /** Of generated digits: see src/training/probes/images.ts. */
  | "frechet"
  | "frechetPooled"
  | "modes"
  | "classDivergence"
  | "classifierScore"
  | "between"
  | "outside"
  | "diversity"
  | "borderEnergy"
  /** Mean log-likelihood of test images under Parzen's estimate: Goodfellow et al. 2014, section 5. Seconds of work. */
  | "parzen";
