import type { GanArm } from "../language/arm.ts";
import { inOneDimension } from "../measure/probes/one-dimension.ts";
import { distribution } from "../random/distribution.ts";
import { collapsed } from "./collapse.ts";
import type { Outcome } from "./kind.ts";

export const probes = inOneDimension;

/** A standard deviation below 1 % of the data's. */
export const hasCollapsed = ({ data }: GanArm, end: Outcome["end"]): boolean =>
  "sd" in end && end.sd < collapsed * distribution(data).sd;
