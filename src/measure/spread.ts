import type { Data } from "../language/arm.ts";
import { distribution } from "../random/distribution.ts";
import { affineGaussian, totalDeviation } from "./gaussian.ts";

/** Root mean square distance of the data from their mean: the standard deviation, in the plane √(trace of the covariance). */
export const spreadOf = (data: Data): number =>
  data.kind === "affine-normal" ? totalDeviation(affineGaussian(data.matrix, data.shift)) : distribution(data).sd;
