import type { GanArm, Metric } from "../language/arm.ts";
import type { Probe, ProbeContext } from "./probes/probe.ts";

/**
 * Every metric that the arm asks for, one value a seed; only what is asked for is looked at.
 * @throws {RangeError} if no probe has such a metric, or the arm's generator has none
 */
export async function measure(context: ProbeContext, probes: readonly Probe[]): Promise<Map<Metric, Float64Array>> {
  const wanted = context.arm.record.metrics;
  const values = new Map<Metric, Float64Array>();
  for (const probe of probes) {
    if (!probe.metrics.some((metric) => wanted.includes(metric))) continue;
    for (const [metric, measured] of Object.entries(await probe.measure(context)))
      values.set(metric as Metric, measured);
  }
  return new Map(wanted.map((metric) => [metric, values.get(metric) ?? unknown(metric, context.arm, probes)]));
}

function unknown(metric: Metric, arm: GanArm, probes: readonly Probe[]): never {
  const known = probes.flatMap(({ metrics }) => metrics);
  throw new RangeError(`expected a metric of ${arm.data.kind} data (${known.join(", ")}), got ${metric}`);
}
