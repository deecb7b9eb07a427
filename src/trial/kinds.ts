import type { Arm } from "../language/arm.ts";
import * as classifier from "./classifier.ts";
import * as game from "./game.ts";
import * as gan from "./gan.ts";
import * as imageSample from "./image-sample.ts";
import type { Kind } from "./kind.ts";
import * as sample from "./sample.ts";

/** Every kind of arm, by the word that stands in the arm. */
const kinds: { readonly [Name in Arm["kind"]]: Kind<Extract<Arm, { kind: Name }>> } = {
  gan,
  sample,
  "image-sample": imageSample,
  game,
  classifier,
};

/** The kind of an arm. @throws {RangeError} if there is none of that name */
export function kindOf(arm: Arm): Kind {
  if (!Object.hasOwn(kinds, arm.kind)) {
    throw new RangeError(`expected a kind of arm (${Object.keys(kinds).join(", ")}), got "${arm.kind}"`);
  }
  return kinds[arm.kind] as unknown as Kind;
}

/** Seconds that a trial takes on one core, roughly: enough to start the longest first and to tell the time left. */
export const estimatedSeconds = (arm: Arm): number => kindOf(arm).estimatedSeconds(arm);
