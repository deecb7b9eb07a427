import type { GanArm } from "../../language/arm.ts";
import { ofDigits } from "./digits.ts";
import { inOneDimension } from "./one-dimension.ts";
import { inThePlane } from "./plane.ts";
import type { Probe } from "./probe.ts";

/** What measures arms of such data. */
export function probesOf({ data }: Pick<GanArm, "data">): readonly Probe[] {
  switch (data.kind) {
    case "affine-normal":
      return inThePlane;
    case "mnist":
      return ofDigits;
    default:
      return inOneDimension;
  }
}
