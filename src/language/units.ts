import { gameOf } from "../games/define.ts";
import { metricsOf } from "../games/follow.ts";
import type { Arm } from "./arm.ts";

/** Units of everything that is measured on networks and samples, as the report prints them. "1" is a pure number. */
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
};

/** The unit of a metric of an arm; a game names those of its own. @throws {RangeError} for a metric without a unit */
export function unitOf(metric: string, arm: Arm): string {
  const unit = arm.kind === "game" ? metricsOf(gameOf(arm.game))[metric]?.unit : units[metric];
  if (unit === undefined) {
    const known = Object.keys(arm.kind === "game" ? metricsOf(gameOf(arm.game)) : units).join(", ");
    throw new RangeError(`expected a metric with a unit (${known}), got "${metric}"`);
  }
  return unit;
}
