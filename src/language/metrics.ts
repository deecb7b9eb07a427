/** Everything that an arm can be asked to measure, in one table; names, units and labels are taken from it and nowhere else. */

/** How a metric is described to readers. */
export interface MetricInWords {
  /** As formulas and axes write it. */
  readonly symbol: string;
  /** As the report prints it; "1" is a pure number. */
  readonly unit: string;
  /** A few words, for headings. */
  readonly label: string;
  /** What it is, in one sentence. */
  readonly definition: string;
}

/** A metric of networks or of draws in their place, and which arms have it. */
export interface ArmMetric extends MetricInWords {
  /** Kinds of data that have it: of one dimension, of the plane, images of digits. */
  readonly data: readonly DataShape[];
  /**
   * What is looked at. `samples`: generated samples, so that draws from the data have it too; in one dimension a trained
   * generator's are taken at evenly spread latents. `latents`: the networks at evenly spread latents. `discriminator`: the
   * discriminator on a range. `training`: gradients and losses. `classifier`: no generator at all.
   */
  readonly from: "samples" | "latents" | "discriminator" | "training" | "classifier";
}

export type DataShape = "line" | "plane" | "digits";

const everywhere = ["line", "plane", "digits"] as const;

const onLine = { data: ["line"], from: "samples" } as const;
const inPlane = { data: ["plane"], from: "samples" } as const;
const ofDigits = { data: ["digits"], from: "samples" } as const;
const ofTraining = { data: everywhere, from: "training" } as const;
const ofDiscriminator = { data: ["line"], from: "discriminator" } as const;

/** The metrics of arms that train networks or draw from the data; those of games stand with the games. */
export const metrics = {
  wasserstein1: {
    symbol: "W₁",
    unit: "σ of the data",
    label: "Wasserstein-1 distance",
    definition: "Area between the quantile functions of samples and data, in standard deviations of the data.",
    ...onLine,
  },
  kolmogorovSmirnov: {
    symbol: "KS",
    unit: "1",
    label: "Kolmogorov–Smirnov statistic",
    definition: "Largest difference between the samples' empirical distribution function and the data's.",
    ...onLine,
  },
  heightGap: {
    symbol: "max |p_g − p|",
    unit: "1/σ",
    label: "Gap of the densities' heights",
    definition:
      "Largest difference between the height of the samples' histogram and the density's mean height in the same bin, of ten equal bins on μ ± 3σ.",
    ...onLine,
  },
  withinOneSd: {
    symbol: "share within σ",
    unit: "share of samples",
    label: "Samples in the middle",
    definition: "Share of samples within one standard deviation of the data's mean.",
    ...onLine,
  },
  mean: { symbol: "mean", unit: "data", label: "Mean", definition: "Mean of the samples.", ...onLine },
  sd: {
    symbol: "sd",
    unit: "data",
    label: "Standard deviation",
    definition: "Standard deviation of the samples; in the plane the square root of their covariance's trace.",
    data: ["line", "plane"],
    from: "samples",
  },
  lowest: {
    symbol: "min",
    unit: "σ from μ",
    label: "Lowest sample",
    definition: "The least sample, in standard deviations of the data from its mean.",
    ...onLine,
  },
  highest: {
    symbol: "max",
    unit: "σ from μ",
    label: "Highest sample",
    definition: "The largest sample, in standard deviations of the data from its mean.",
    ...onLine,
  },
  discriminatorGap: {
    symbol: "max |D − ½|",
    unit: "probability",
    label: "Discriminator's gap from ½, within 2 σ",
    definition: "Largest |D − ½| on μ ± 2σ of the data.",
    ...ofDiscriminator,
  },
  discriminatorGapWithin3Sd: {
    symbol: "max |D − ½|",
    unit: "probability",
    label: "Discriminator's gap from ½, within 3 σ",
    definition: "Largest |D − ½| on μ ± 3σ of the data.",
    ...ofDiscriminator,
  },
  densityGap: {
    symbol: "max |D − p|",
    unit: "probability",
    label: "Discriminator's gap from the density",
    definition: "Largest |D − p| on μ ± 3σ of the data, p being their density.",
    ...ofDiscriminator,
  },
  monotone: {
    symbol: "monotone",
    unit: "1 = yes",
    label: "Monotone generator",
    definition: "Whether the generator is monotone on a grid of 500 latents: 1 if it is, else 0.",
    data: ["line"],
    from: "latents",
  },
  largestStep: {
    symbol: "max |ΔG|",
    unit: "σ of the data",
    label: "Largest step between neighbours",
    definition: "Largest distance between the images of neighbouring latents, on a grid of 500.",
    data: ["line"],
    from: "latents",
  },
  probabilityOfFakes: {
    symbol: "E D(G(z))",
    unit: "probability",
    label: "Discriminator's mean answer to fakes",
    definition: "Mean of D(G(z)) over 1,000 evenly spread latents.",
    data: ["line"],
    from: "latents",
  },
  probabilityOfReal: {
    symbol: "E D(x)",
    unit: "probability",
    label: "Discriminator's mean answer to the data",
    definition: "Mean of D(x) over 1,000 evenly spread quantiles of the data.",
    ...ofDiscriminator,
  },
  gradientNorm: {
    symbol: "‖∇‖",
    unit: "loss per weight",
    label: "Norm of the generator's gradient",
    definition: "Euclidean norm of the generator's gradient under the arm's own loss.",
    ...ofTraining,
  },
  gradientRatio: {
    symbol: "‖∇‖ ratio",
    unit: "1",
    label: "Gradient ratio, non-saturating over saturating",
    definition: "Norm of the generator's gradient under the non-saturating loss over that under the saturating loss.",
    ...ofTraining,
  },
  discriminatorLoss: {
    symbol: "L_D",
    unit: "nats",
    label: "Discriminator's loss",
    definition: "Mean loss of the discriminator's updates since the last record.",
    ...ofTraining,
  },
  generatorLoss: {
    symbol: "L_G",
    unit: "nats",
    label: "Generator's loss",
    definition: "Mean loss of the generator's updates since the last record.",
    ...ofTraining,
  },
  wasserstein2: {
    symbol: "W₂",
    unit: "data",
    label: "Wasserstein-2 distance",
    definition: "Wasserstein-2 distance between an affine generator's normal distribution and the data's.",
    ...inPlane,
  },
  bhattacharyya: {
    symbol: "BC",
    unit: "1",
    label: "Bhattacharyya coefficient",
    definition: "Overlap ∫√(pq) of the generator's distribution and the data's, between 0 and 1.",
    ...inPlane,
  },
  correlation: {
    symbol: "ρ",
    unit: "1",
    label: "Correlation",
    definition: "Pearson's correlation of the two generated coordinates; 0 where one of them does not vary.",
    ...inPlane,
  },
  covarianceError: {
    symbol: "‖C − C*‖ ÷ ‖C*‖",
    unit: "1",
    label: "Covariance error",
    definition: "Frobenius norm of the difference from the data's covariance, over the norm of the latter.",
    ...inPlane,
  },
  eigenvalueRatio: {
    symbol: "λ ÷ λ*",
    unit: "1",
    label: "Smallest eigenvalue over the data's",
    definition: "Smallest eigenvalue of the generated covariance over that of the data's.",
    ...inPlane,
  },
  frechet: {
    symbol: "FD",
    unit: "% of the data's variance",
    label: "Fréchet distance",
    definition:
      "Fréchet distance to the test images in the classifier's features, in percent of their total variance there.",
    ...ofDigits,
  },
  frechetPooled: {
    symbol: "FD, pooled",
    unit: "% of the data's variance",
    label: "Pooled Fréchet distance",
    definition: "Fréchet distance to the test images in 7 × 7 mean pixels, in percent of their total variance.",
    ...ofDigits,
  },
  modes: {
    symbol: "modes",
    unit: "digits",
    label: "Digits covered",
    definition: "Number of digits to which the classifier gives at least 1 % of the images.",
    ...ofDigits,
  },
  classDivergence: {
    symbol: "KL",
    unit: "nats",
    label: "Divergence of the classes",
    definition: "Kullback–Leibler divergence of the classes' shares from the uniform distribution.",
    ...ofDigits,
  },
  classifierScore: {
    symbol: "CS",
    unit: "1",
    label: "Classifier score",
    definition: "Inception score with the classifier of MNIST in place of Inception, from 1 to 10.",
    ...ofDigits,
  },
  between: {
    symbol: "between",
    unit: "share of pixels",
    label: "Grey pixels",
    definition: "Share of pixels between 0.1 and 0.9, 0 being background and 1 ink.",
    ...ofDigits,
  },
  outside: {
    symbol: "outside",
    unit: "share of pixels",
    label: "Pixels outside the range",
    definition: "Share of pixels below background, above ink, or not a number.",
    ...ofDigits,
  },
  diversity: {
    symbol: "diversity",
    unit: "share of the data's",
    label: "Diversity",
    definition: "Total variance of the generated pixels over that of the test images.",
    ...ofDigits,
  },
  borderEnergy: {
    symbol: "border",
    unit: "squared pixels",
    label: "Border energy",
    definition: "Mean squared pixel in a frame two pixels wide, which real digits leave empty.",
    ...ofDigits,
  },
  parzen: {
    symbol: "LL",
    unit: "nats",
    label: "Parzen log-likelihood",
    definition:
      "Mean log-likelihood of 10,000 test images under Parzen's estimate on as many samples (Goodfellow et al. 2014, section 5): seconds of work.",
    ...ofDigits,
  },
  testAccuracy: {
    symbol: "accuracy",
    unit: "share of images",
    label: "Test accuracy",
    definition: "Share of the 10,000 test images that the classifier gives their own label.",
    data: ["digits"],
    from: "classifier",
  },
} as const satisfies Record<string, ArmMetric>;

/** Names of the metrics of arms that train networks or draw from the data. */
export type Metric = keyof typeof metrics;

/** Names of the metrics that data of a shape have, of what is looked at; a new one in the table has to be measured to compile. */
export type MetricOf<Shape extends DataShape, From extends ArmMetric["from"]> = {
  [Name in Metric]: (typeof metrics)[Name] extends { data: readonly (infer Of)[]; from: From }
    ? Shape extends Of
      ? Name
      : never
    : never;
}[Metric];

/** Names of the metrics that can be taken for a shape of data, in the order of the table. */
export const metricsOf = (shape: DataShape, from: readonly ArmMetric["from"][]): Metric[] =>
  metricNames.filter((name) => {
    const { data, from: looksAt }: ArmMetric = metrics[name];
    return data.includes(shape) && from.includes(looksAt);
  });

export const metricNames = Object.keys(metrics) as [Metric, ...Metric[]];

/**
 * Metrics of games, each a name with the type `number`. A game adds the names of its parameters and metrics from its own
 * file, and this table stays as it is:
 *
 *     declare module "../language/metrics.ts" {
 *       interface MetricsOfGames {
 *         amplitude: number;
 *       }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: games add to it
export interface MetricsOfGames {}

/** Names of everything that is measured on any trial. */
export type MetricName = Metric | (keyof MetricsOfGames & string);
