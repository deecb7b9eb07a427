import type { Counts } from "../engine/webgpu/counts.ts";
import { sweepsOf } from "../report/sweep.ts";
import type { Measurement } from "./measurement.ts";

/**
 * How fast the kernel of `webgpu` computed and moved data at the size that took it least time a seed: its counts over the
 * measured time. Beside a card's limits they say which of them holds it back (Williams, Waterman and Patterson 2009).
 * @param timings of a sweep
 * @param counts of one discriminator update of one seed
 */
export function rooflineOf(timings: readonly Measurement[], counts: Counts): Measurement[] {
  const sweep = sweepsOf(timings).find(({ engine }) => engine === "webgpu");
  if (!sweep) return [];
  const best = sweep.points.reduce((a, b) => (b.microseconds < a.microseconds ? b : a));
  const timing = timings.find(({ name }) =>
    name.endsWith(` of ${best.seeds} ${best.seeds === 1 ? "seed" : "seeds"} on webgpu`),
  );
  const { mad = 0, median = 1, samples = 0 } = timing ?? {};
  const rate = (what: string, unit: string, amount: number): Measurement => {
    const value = amount / best.microseconds / 1000; // per µs to 10⁹ per s
    return {
      name: `${what} of webgpu at ${best.seeds} seeds`,
      unit,
      median: value,
      mad: (value * mad) / median,
      samples,
    };
  };
  return [
    rate("useful arithmetic", "GFLOP/s", counts.flops),
    rate("warp instructions", "10⁹/s", counts.instructions),
    rate("traffic of workgroup memory", "GB/s", counts.workgroupBytes),
    rate("traffic of the card's memory", "GB/s", counts.globalBytes),
  ];
}
