import type { GanArm, Normalisation } from "../language/arm.ts";

/** How the pixels of an arm's digits become numbers. @throws {RangeError} if the arm's data are no digits */
export function normalisationOf({ data }: GanArm): Normalisation {
  if (data.kind !== "mnist") throw new RangeError(`expected digits, got ${data.kind} data`);
  return data.normalisation;
}
