/** The exact claim on collapse: a cloud in a small region overlaps the target little, whatever its shape and place. */

import type { Plane } from "../../../src/language/arm.ts";
import type { ExactResult } from "../../../src/language/claim.ts";
import { affineGaussian, bhattacharyya, totalDeviation } from "../../../src/measure/gaussian.ts";
import { arms } from "../arms.ts";

const { matrix, shift } = arms.deck.data as Plane;
const target = affineGaussian(matrix, shift);

/** √(trace of the data's covariance): the root mean square distance from their mean. */
export const spreadOfData = totalDeviation(target);

const angles = 180;
const splits = 200;

/** Does no normal cloud whose spread is this share of the data's have a Bhattacharyya coefficient of 0.9 with them? */
export function isNoMatch(share: number): ExactResult {
  const largest = largestOverlap(share);
  return {
    holds: largest < 0.9,
    detail: `With ${share} of the data's spread the coefficient is ${largest.toFixed(3)} at most; 0.9 counts as overlap.`,
  };
}

/** Over all directions and flatnesses, with the data's mean, as any other overlaps less. */
function largestOverlap(share: number): number {
  const trace = (share * spreadOfData) ** 2;
  let largest = 0;
  for (let i = 0; i < angles; i++) {
    const [cos, sin] = [Math.cos((Math.PI * i) / angles), Math.sin((Math.PI * i) / angles)];
    for (let k = 1; k < splits; k++) {
      const [along, across] = [(trace * k) / splits, trace * (1 - k / splits)];
      const covariance = {
        xx: along * cos * cos + across * sin * sin,
        xy: (along - across) * cos * sin,
        yy: along * sin * sin + across * cos * cos,
      };
      largest = Math.max(largest, bhattacharyya({ mean: target.mean, covariance }, target));
    }
  }
  return largest;
}
