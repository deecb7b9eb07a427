import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Arm } from "../language/arm.ts";
import { canonicalJson } from "./canonical-json.ts";
import { closureOf, digestOfClosure, type Entry } from "./closure.ts";
import { kindOf } from "./kinds.ts";

/** What a trial is of. */
export interface Identity {
  readonly arm: Arm;
  readonly seed: number;
  readonly engine: string;
  /** Digest of the code that trains it: see {@link codeDigest}. */
  readonly code: string;
}

/** A trial's name in the store: SHA-256 (hex) of what it is of. @throws {RangeError} if a number of the arm is not finite */
export function keyOf({ arm, seed, engine, code }: Identity): string {
  return createHash("sha256").update(canonicalJson({ arm, seed, engine, code })).digest("hex");
}

/**
 * SHA-256 (hex) of the code that makes an arm's trials on an engine: the import closure of its kind's `train`, of the module
 * that this kind of arm is trained with and of the engine, and the versions of the packages in it. Comments, types,
 * formatting, names of locals and files that are not imported do not count. Takes some tenths of a second for each kind, so
 * it is done once for all trials, and workers are handed the keys.
 * @throws {RangeError} if the arm is of no known kind, or what trains it is not there
 */
export function codeDigest(arm: Arm, engine: string): string {
  const entries = entriesOf(arm, engine);
  const name = JSON.stringify([entries, packagesOfEngines[engine]]);
  const known = digests.get(name);
  if (known) return known;
  const missing = entries.find(({ file }) => !existsSync(join(sourceFolder, file)));
  if (missing) throw new RangeError(`expected the module src/${missing.file} to train a ${arm.kind}, got none`);
  const digest = digestOfClosure(closureOf(sourceFolder, entries, packagesOfEngines[engine]));
  digests.set(name, digest);
  return digest;
}

/** The modules that an arm is trained by on an engine, as paths in src/. */
export function entriesOf(arm: Arm, engine: string): Entry[] {
  const { file, part, usesEngine } = kindOf(arm);
  return [
    { file, exports: ["train"] },
    ...(part ? [{ file: part(arm) }] : []),
    ...(usesEngine ? [{ file: `engine/${engine.split(":")[0]}/index.ts` }] : []),
  ];
}

/** src/ */
const sourceFolder = join(import.meta.dirname, "..");

const digests = new Map<string, string>();

/** What an engine loads by a name that it puts together. */
const packagesOfEngines: Readonly<Record<string, readonly string[]>> = {
  "tfjs:node": ["@tensorflow/tfjs-node"],
  "tfjs:node-gpu": ["@tensorflow/tfjs-node-gpu"],
};
