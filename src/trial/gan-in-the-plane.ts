import type { GanArm } from "../language/arm.ts";
import { totalDeviation } from "../measure/gaussian.ts";
import { inThePlane, targetOf } from "../measure/probes/plane.ts";
import { collapsed } from "./collapse.ts";
import type { Outcome } from "./kind.ts";

export const probes = inThePlane;

/** A root mean square distance from the mean below 1 % of the data's. */
export const hasCollapsed = (arm: GanArm, end: Outcome["end"]): boolean =>
  "sd" in end && end.sd < collapsed * totalDeviation(targetOf(arm));
