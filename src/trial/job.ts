import { createHash } from "node:crypto";
import type { Arm } from "../language/arm.ts";
import { theClassifier } from "./classifier.ts";
import { codeDigest, type Identity, keyOf } from "./key.ts";
import { kindOf } from "./kinds.ts";

/** One trial to be trained. */
export interface Job extends Identity {
  readonly key: string;
  /** The job of the classifier that must be trained first, if the arm needs one. */
  readonly classifier?: Job;
}

/**
 * The job of one trial.
 * @throws {RangeError} if a number of the arm is not finite, or it is of no known kind
 */
export function jobOf(arm: Arm, seed: number, engine: string): Job {
  const own = codeDigest(arm, engine);
  const needsClassifier = kindOf(arm).needsClassifier?.(arm) ?? false;
  const classifier = needsClassifier ? jobOf(theClassifier.arm, theClassifier.seed, "wasm") : undefined;
  // What the classifier depends on, its measurements depend on too.
  const code = classifier ? createHash("sha256").update(`${own} ${classifier.key}`).digest("hex") : own;
  return { key: keyOf({ arm, seed, engine, code }), arm, seed, engine, code, ...(classifier && { classifier }) };
}
