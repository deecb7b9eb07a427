import { part } from "../../engine/by-seed.ts";
import { distribution } from "../../random/distribution.ts";
import { eachSeed, type Measurements, type Probe, type ProbeContext } from "./probe.ts";

/** Points a standard deviation at which the discriminator is looked at. */
const density = 50;

/** The discriminator on μ ± 2σ, against ½. */
export const nearMean: Probe = {
  metrics: ["discriminatorGap"],
  async measure(context) {
    return { discriminatorGap: await largestGap(context, 2, () => 0.5) };
  },
};

/** The discriminator on μ ± 3σ, against ½ and against the data's density. */
export const onRange: Probe = {
  metrics: ["discriminatorGapWithin3Sd", "densityGap"],
  async measure(context): Promise<Measurements> {
    const { pdf } = distribution(context.arm.data);
    return {
      discriminatorGapWithin3Sd: await largestGap(context, 3, () => 0.5),
      densityGap: await largestGap(context, 3, pdf),
    };
  },
};

/** Largest |D − wanted| on μ ± `width` standard deviations. */
async function largestGap(context: ProbeContext, width: number, wanted: (x: number) => number): Promise<Float64Array> {
  const { adversary, arm } = context;
  const { mean, sd } = distribution(arm.data);
  const points = 2 * width * density + 1;
  const x = Float32Array.from({ length: points }, (_, i) => mean + sd * ((2 * width * i) / (points - 1) - width));
  const probability = await adversary.discriminate(x);
  return eachSeed(context, (s) =>
    part(probability, s, adversary.seeds.length).reduce((gap, p, i) => Math.max(gap, Math.abs(p - wanted(x[i]))), 0),
  );
}
