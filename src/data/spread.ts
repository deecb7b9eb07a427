import type { Data } from "../experiment/arm.ts";
import { affineGaussian, totalDeviation } from "../metrics/gaussian.ts";
import { distribution } from "./distribution.ts";

/** Root mean square distance of the data from their mean: the standard deviation, in the plane √(trace of the covariance). */
export const spreadOf = (data: Data): number =>
  data.kind === "affine-normal" ? totalDeviation(affineGaussian(data.matrix, data.shift)) : distribution(data).sd;
