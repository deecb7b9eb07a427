import type { Metric, Plane, SampleArm } from "../language/arm.ts";
import type { MetricOf } from "../language/metrics.ts";
import { distribution } from "../random/distribution.ts";
import { draw } from "../random/draw.ts";
import { stream } from "../random/stream.ts";
import { heightGap, kolmogorovSmirnov, midQuantiles, moments, shareWithinOneSd, wasserstein1 } from "./distance.ts";
import {
  bhattacharyya,
  correlation,
  covarianceError,
  eigenvalueRatio,
  fittedGaussian,
  totalDeviation,
  wasserstein2,
} from "./gaussian.ts";
import { planeTarget } from "./probes/plane.ts";

/** One function for each metric that draws of this shape have. */
type OfLine = Readonly<Record<MetricOf<"line", "samples">, () => number>>;
type OfPlane = Readonly<Record<MetricOf<"plane", "samples">, () => number>>;

/**
 * The metrics of real draws in the generator's place; in the plane, of the Gaussian that is fitted to them.
 * @throws {RangeError} if the arm asks for a metric that needs networks
 */
export function measureSample(arm: SampleArm, seed: number): Record<string, number> {
  const known: Partial<Record<Metric, () => number>> =
    arm.data.kind === "affine-normal" ? inThePlane(arm, arm.data, seed) : inOneDimension(arm, seed);
  return Object.fromEntries(
    arm.metrics.map((metric) => {
      const value = known[metric];
      if (!value)
        throw new RangeError(`expected a metric of a sample (${Object.keys(known).join(", ")}), got ${metric}`);
      return [metric, value()];
    }),
  );
}

function inOneDimension(arm: SampleArm, seed: number): OfLine {
  const target = distribution(arm.data);
  const sorted = Float64Array.from(draw(arm.data, arm.size, stream(seed, arm.stream))).sort();
  const { mean, sd } = moments(sorted);
  return {
    wasserstein1: () => wasserstein1(sorted, midQuantiles(target, arm.size), target.sd),
    kolmogorovSmirnov: () => kolmogorovSmirnov(sorted, target.cdf),
    heightGap: () => heightGap(sorted, target),
    withinOneSd: () => shareWithinOneSd(sorted, target),
    mean: () => mean,
    sd: () => sd,
    lowest: () => (sorted[0] - target.mean) / target.sd,
    highest: () => (sorted[sorted.length - 1] - target.mean) / target.sd,
  };
}

function inThePlane(arm: SampleArm, data: Plane, seed: number): OfPlane {
  const target = planeTarget(data);
  const fitted = fittedGaussian(draw(data, arm.size, stream(seed, arm.stream)));
  return {
    wasserstein2: () => wasserstein2(fitted, target),
    bhattacharyya: () => bhattacharyya(fitted, target),
    correlation: () => correlation(fitted),
    covarianceError: () => covarianceError(fitted, target),
    eigenvalueRatio: () => eigenvalueRatio(fitted, target),
    sd: () => totalDeviation(fitted),
  };
}
