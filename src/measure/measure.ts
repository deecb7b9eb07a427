import type { GanArm, Metric } from "../language/arm.ts";
import { nearMean, onRange } from "./probes/discriminator.ts";
import { ofGradients, ofLosses } from "./probes/gradients.ts";
import { ofImages } from "./probes/images.ts";
import { ofLikelihood } from "./probes/parzen.ts";
import { ofPlane } from "./probes/plane.ts";
import type { Probe, ProbeContext } from "./probes/probe.ts";
import { ofFakes, ofGrid, ofSamples } from "./probes/samples.ts";

/**
 * Every metric that the arm asks for, one value a seed; only what is asked for is looked at.
 * @throws {RangeError} if the arm's kind of data or generator has no such metric
 */
export async function measure(context: ProbeContext): Promise<Map<Metric, Float64Array>> {
  const wanted = context.arm.record.metrics;
  const values = new Map<Metric, Float64Array>();
  for (const probe of probesOf(context.arm)) {
    if (!probe.metrics.some((metric) => wanted.includes(metric))) continue;
    for (const [metric, measured] of Object.entries(await probe.measure(context)))
      values.set(metric as Metric, measured);
  }
  return new Map(wanted.map((metric) => [metric, values.get(metric) ?? unknown(metric, context.arm)]));
}

const everywhere: readonly Probe[] = [ofGradients, ofLosses];
const inOneDimension: readonly Probe[] = [ofSamples, ofGrid, nearMean, onRange, ofFakes];
const inThePlane: readonly Probe[] = [ofPlane];

const ofDigits: readonly Probe[] = [ofImages, ofLikelihood];

function probesOf({ data }: GanArm): readonly Probe[] {
  switch (data.kind) {
    case "affine-normal":
      return [...inThePlane, ...everywhere];
    case "mnist":
      return [...ofDigits, ...everywhere];
    default:
      return [...inOneDimension, ...everywhere];
  }
}

function unknown(metric: Metric, arm: GanArm): never {
  const known = probesOf(arm).flatMap(({ metrics }) => metrics);
  throw new RangeError(`expected a metric of ${arm.data.kind} data (${known.join(", ")}), got ${metric}`);
}
