import { backward, forward } from "../../../src/engine/reference/network.ts";
import { discriminatorLayout, generate, type Moment } from "./plane.ts";

/** Fakes that are looked at. */
const fakes = 256;

/** Mean D(G(z)). */
export const meanVerdict = (moment: Moment): number => weightedMean(judge(moment).verdicts, () => 1);

/**
 * Mean D(G(z)), each fake weighted by the length of the gradient of D's logit there. Either generator loss moves a fake
 * along that gradient, by (1 − D) or by D times it: so fakes where it vanishes weigh nothing, whatever D says of them.
 */
export function meanVerdictByPull(moment: Moment): number {
  const { verdicts, slopes } = judge(moment);
  return weightedMean(verdicts, (i) => Math.hypot(slopes[2 * i], slopes[2 * i + 1]));
}

function judge(moment: Moment): { verdicts: Float64Array; slopes: Float64Array } {
  const pass = forward(discriminatorLayout, moment.discriminator, generate(moment, fakes), fakes);
  const slopes = backward(discriminatorLayout, moment.discriminator, pass, new Float64Array(fakes).fill(1)).input;
  return { verdicts: pass.output, slopes };
}

function weightedMean(values: Float64Array, weight: (i: number) => number): number {
  const [sum, weights] = values.reduce(([sum, all], value, i) => [sum + weight(i) * value, all + weight(i)], [0, 0]);
  return sum / weights;
}
