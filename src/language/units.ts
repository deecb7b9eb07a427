/** Units of everything that trials measure, as the report prints them. "1" is a pure number. */
const units: Readonly<Record<string, string>> = {
  wasserstein1: "σ of the data",
  kolmogorovSmirnov: "1",
  mean: "data",
  sd: "data",
  lowest: "σ from μ",
  highest: "σ from μ",
  discriminatorGap: "probability",
  discriminatorGapWithin3Sd: "probability",
  densityGap: "probability",
  probabilityOfFakes: "probability",
  gradientNorm: "loss per weight",
  discriminatorLoss: "nats",
  generatorLoss: "nats",
  wasserstein2: "data",
  bhattacharyya: "1",
  correlation: "1",
  covarianceError: "1",
  eigenvalueRatio: "1",
  monotone: "1 = yes",
  gradientRatio: "1",
  frechet: "% of the data's variance",
  frechetPooled: "% of the data's variance",
  modes: "digits",
  classDivergence: "nats",
  classifierScore: "1",
  between: "share of pixels",
  outside: "share of pixels",
  diversity: "share of the data's",
  borderEnergy: "squared pixels",
  parzen: "nats",
  distance: "parameters",
  biasD: "parameters",
  biasG: "parameters",
  largestDistance: "parameters",
  meanDistance: "parameters",
  amplitude: "parameters",
  largestCoordinate: "parameters",
  settledAfter: "iterations",
  gradientsToSettle: "gradients",
  spectralRadius: "1",
};

/** @throws {RangeError} for a metric without a unit */
export function unitOf(metric: string): string {
  const unit = units[metric];
  if (unit === undefined)
    throw new RangeError(`expected a metric with a unit (${Object.keys(units).join(", ")}), got "${metric}"`);
  return unit;
}
