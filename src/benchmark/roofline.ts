import type { Counts } from "../engine/webgpu/counts.ts";
import type { ThroughputTiming, Timing, UpdateTiming } from "../report/results.ts";

/**
 * How fast the kernel of `webgpu` computed and moved data at the size that took it least time a seed: its counts over the
 * measured time. Compared with a card's limits they show which of them is the bottleneck (Williams, Waterman and Patterson 2009).
 * @param timings of a sweep
 * @param counts of one discriminator update of one seed
 */
export function rooflineOf(timings: readonly Timing[], counts: Counts): ThroughputTiming[] {
  const updates = timings.filter(
    (timing): timing is UpdateTiming => timing.kind === "update" && timing.engine === "webgpu",
  );
  if (updates.length === 0) return [];
  const [{ seeds, median, mad, samples }] = updates.sort((a, b) => a.median / a.seeds - b.median / b.seeds);
  const rate = (of: ThroughputTiming["of"], unit: ThroughputTiming["unit"], amount: number): ThroughputTiming => {
    const value = (amount * seeds) / median / 1000; // per µs to 10⁹ per s
    return {
      kind: "throughput",
      engine: "webgpu",
      seeds,
      of,
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
