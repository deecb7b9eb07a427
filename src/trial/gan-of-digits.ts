import type { GanArm } from "../language/arm.ts";
import { ofDigits } from "../measure/probes/digits.ts";
import { collapsed } from "./collapse.ts";
import type { Outcome } from "./kind.ts";

export { instrumentsOf } from "./digits.ts";

export const probes = ofDigits;

/** `diversity` is a share of the test images' total variance; its root is one of their spread. */
export const hasCollapsed = (_: GanArm, end: Outcome["end"]): boolean =>
  "diversity" in end && Math.sqrt(end.diversity) < collapsed;
