import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../language/usage-error.ts";
import { digestOfArm } from "../trial/digest.ts";
import type { TrialsByArm } from "./judge.ts";

/** "source/arm" → digest of its trials. */
export type Digests = Readonly<Record<string, string>>;

export const digestsOf = (source: string, trials: TrialsByArm): Digests =>
  Object.fromEntries(Object.entries(trials).map(([arm, ofArm]) => [`${source}/${arm}`, digestOfArm(ofArm)]));

/**
 * Compares digests with the committed ones of their source.
 * @param update replaces the source's committed digests by these
 * @returns a line for each that differs, is missing or is no longer used
 * @throws {UsageError} if the file is not JSON
 */
export function checkDigests(file: string, source: string, digests: Digests, update = false): string[] {
  const committed = readDigests(file);
  const own = Object.fromEntries(Object.entries(committed).filter(([name]) => name.startsWith(`${source}/`)));
  const names = [...new Set([...Object.keys(own), ...Object.keys(digests)])];
  const differing = names
    .filter((name) => own[name] !== digests[name])
    .map((name) => `${name}: expected the digest ${short(own[name])} of ${file}, got ${short(digests[name])}`);
  if (update && differing.length > 0) {
    const others = Object.entries(committed).filter(([name]) => !(name in own));
    const all = Object.fromEntries([...others, ...Object.entries(digests)].sort(([a], [b]) => (a < b ? -1 : 1)));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
    return [];
  }
  return differing;
}

function readDigests(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`expected JSON in ${file}, got ${(error as Error).message}; restore it with git checkout`);
  }
}

const short = (digest: string | undefined) => (digest ? `${digest.slice(0, 12)}…` : "none");
