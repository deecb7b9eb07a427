import { nearMean, onRange } from "./discriminator.ts";
import { ofGradients, ofLosses } from "./gradients.ts";
import type { Probe } from "./probe.ts";
import { ofFakes, ofGrid, ofReal, ofSamples } from "./samples.ts";

/** Everything that can be measured of a game on numbers. */
export const inOneDimension: readonly Probe[] = [
  ofSamples,
  ofGrid,
  nearMean,
  onRange,
  ofFakes,
  ofReal,
  ofGradients,
  ofLosses,
];
