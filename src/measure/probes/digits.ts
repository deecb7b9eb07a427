import { ofGradients, ofLosses } from "./gradients.ts";
import { ofImages } from "./images.ts";
import { ofLikelihood } from "./parzen.ts";
import type { Probe } from "./probe.ts";

/** Everything that can be measured of a game on digits. */
export const ofDigits: readonly Probe[] = [ofImages, ofLikelihood, ofGradients, ofLosses];
