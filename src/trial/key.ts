import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arm } from "../language/arm.ts";

/** The folders whose code decides a trial's bits; a change in any of them retrains everything. */
const trainingCode = ["random", "data", "engine", "games", "training", "metrics", "classifier", "network"];

/** What belongs to some engines alone, by the first part of their names; `wasm` also stands behind every engine's metrics. */
const foldersOfEngines: Readonly<Record<string, readonly string[]>> = {
  wasm: ["wasm"],
  reference: ["wasm", "reference"],
  tfjs: ["wasm", "reference", "tfjs", "gpu"],
  webgpu: ["wasm", "reference", "webgpu", "gpu"],
};

/** A trial's name in the store: SHA-256 (hex) of its arm, seed, engine and the training code's own digest. */
export function keyOf(trial: { arm: Arm; seed: number; engine: string; code: string }): string {
  const { arm, seed, engine, code } = trial;
  return createHash("sha256").update(canonicalJson({ arm, seed, engine, code })).digest("hex");
}

/** JSON with the keys of every object in alphabetical order, so that equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const digests = new Map<string, string>();

/** SHA-256 of an engine's training code: every file of its folders but tests and kernel sources (their binary counts). */
export function codeDigest(engine: string): string {
  const known = digests.get(engine);
  if (known) return known;
  const hash = createHash("sha256");
  for (const folder of trainingCode) {
    const root = join(import.meta.dirname, "..", folder);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && countsFor(engine, file))
      .sort();
    for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, "..", file)));
  }
  const digest = hash.digest("hex");
  digests.set(engine, digest);
  return digest;
}

function countsFor(engine: string, file: string): boolean {
  if (file.includes("/assembly/")) return false;
  const [, folder] = /^engine\/(.+?)\//.exec(file) ?? [];
  return folder === undefined || foldersOfEngines[engine.split(":")[0]].includes(folder);
}
