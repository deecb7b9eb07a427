import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { engineNames } from "../engine/engine.ts";
import type { Arm } from "../language/arm.ts";
import { jobOf } from "./job.ts";
import { headerLengthOf, parseHeader, TensorsError } from "./safetensors.ts";
import { isErrno, type Store, StoreError } from "./store.ts";

/** One file of a store. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** What its header says of a trial: nothing if it is set aside, or not one of ours. */
  readonly trial?: { readonly kind: string; readonly engine: string; readonly code: string };
}

/** What lies in a store, file by file. */
export interface Census {
  /** Trials of the code as it is now: of any source, seed and engine. */
  readonly current: readonly StoredFile[];
  /** Trials of other code: no run of the code as it is now asks for them. */
  readonly otherCode: readonly StoredFile[];
  /** Damaged files that were set aside. */
  readonly damaged: readonly StoredFile[];
  /** Files that are no trials, or whose header cannot be read. */
  readonly unknown: readonly StoredFile[];
}

/**
 * Looks at the headers of a store's files; what trials hold is not checked.
 * @param known keys that need no look, because they are known to be of the current code
 * @throws {StoreError} if the folder cannot be listed
 */
export function censusOf({ folder }: Pick<Store, "folder">, known: ReadonlySet<string> = new Set()): Census {
  const census = {
    current: [] as StoredFile[],
    otherCode: [] as StoredFile[],
    damaged: [] as StoredFile[],
    unknown: [] as StoredFile[],
  };
  for (const name of filesOf(folder)) {
    const path = join(folder, name);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (name.endsWith(".damaged")) census.damaged.push({ path, bytes });
    else if (name.endsWith(trialEnding) && !known.has(name.slice(0, -trialEnding.length))) {
      const stated = statedBy(path);
      if (!stated) census.unknown.push({ path, bytes });
      else census[stated.isCurrent ? "current" : "otherCode"].push({ path, bytes, trial: stated.trial });
    }
  }
  return census;
}

/** Removes files of a store. @throws {StoreError} if one cannot be removed; those before it are gone then */
export function removeFiles(files: readonly StoredFile[]): void {
  for (const { path } of files) {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw new StoreError(
        `expected to remove ${path}, got ${(error as Error).message}; rerun the same command to resume`,
      );
    }
  }
}

const trialEnding = ".safetensors";

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isErrno(error, "ENOENT")) return [];
    throw new StoreError(`expected a folder of trials, got ${folder}: ${(error as Error).message}`);
  }
}

/** What a file says that it is, and whether that is of the current code; undefined if it is no trial that can be read. */
function statedBy(path: string) {
  const metadata = metadataOf(path);
  if (!metadata?.format?.startsWith("gan-repro trial ")) return undefined;
  const arm = parsed(metadata.arm);
  if (!arm) return undefined;
  const { engine, code = "unknown", seed } = metadata;
  return { trial: { kind: arm.kind, engine, code }, isCurrent: code === currentCode(arm, Number(seed), engine) };
}

/** The code that would train this arm now; undefined if nothing would, as it is of a kind or engine that is no more. */
function currentCode(arm: Arm, seed: number, engine: string): string | undefined {
  if (!engineNames.some((name) => name === engine)) return undefined;
  try {
    return jobOf(arm, seed, engine).code;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function metadataOf(path: string): Record<string, string> | undefined {
  try {
    return parseHeader(headerOf(path)).metadata;
  } catch (error) {
    // Nothing is removed for what could not be read.
    if (error instanceof TensorsError || isErrno(error)) return undefined;
    throw error;
  }
}

function headerOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(8);
    readSync(file, start, 0, 8, 0);
    const header = Buffer.alloc(headerLengthOf(start, statSync(path).size));
    readSync(file, header, 0, header.length, 8);
    return header.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The arm, if it is one by its looks: every arm has a kind, and those of data say what kind of data. */
function parsed(text: string | undefined): Arm | undefined {
  try {
    const arm = JSON.parse(text ?? "");
    const hasData = arm?.kind !== "gan" || typeof arm.data?.kind === "string";
    return typeof arm?.kind === "string" && hasData ? arm : undefined;
  } catch {
    return undefined;
  }
}
