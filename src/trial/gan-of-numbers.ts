import { distribution } from "../data/distribution.ts";
import type { GanArm } from "../experiment/arm.ts";
import { inOneDimension } from "../training/probes/one-dimension.ts";
import { collapsed } from "./collapse.ts";
import type { Outcome } from "./kind.ts";

export const probes = inOneDimension;

/** A standard deviation below 1 % of the data's. */
export const hasCollapsed = ({ data }: GanArm, end: Outcome["end"]): boolean =>
  "sd" in end && end.sd < collapsed * distribution(data).sd;
