import { distribution } from "../data/distribution.ts";
import { draw } from "../data/draw.ts";
import type { Metric, SampleArm } from "../experiment/arm.ts";
import { kolmogorovSmirnov, midQuantiles, moments, wasserstein1 } from "../metrics/distance.ts";
import { stream } from "../random/stream.ts";

/**
 * The metrics of real draws in the generator's place.
 * @throws {RangeError} if the arm asks for a metric that needs networks
 */
export function measureSample(arm: SampleArm, seed: number): Record<string, number> {
  const target = distribution(arm.data);
  const sorted = Float64Array.from(draw(arm.data, arm.size, stream(seed, arm.stream))).sort();
  const { mean, sd } = moments(sorted);
  const known: Partial<Record<Metric, () => number>> = {
    wasserstein1: () => wasserstein1(sorted, midQuantiles(target, arm.size), target.sd),
    kolmogorovSmirnov: () => kolmogorovSmirnov(sorted, target.cdf),
    mean: () => mean,
    sd: () => sd,
    lowest: () => (sorted[0] - target.mean) / target.sd,
    highest: () => (sorted[sorted.length - 1] - target.mean) / target.sd,
  };
  return Object.fromEntries(
    arm.metrics.map((metric) => {
      const value = known[metric];
      if (!value)
        throw new RangeError(`expected a metric of a sample (${Object.keys(known).join(", ")}), got ${metric}`);
      return [metric, value()];
    }),
  );
}
