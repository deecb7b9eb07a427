import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checksumOf } from "./checksum.ts";
import { ResultsError, readResults } from "./results.ts";

// biome-ignore lint/suspicious/noExplicitAny: damaged on purpose.
export type Loose = any;

/** The text of a file whose checksum is right, whatever else is wrong. */
export const sealed = (value: Loose): string => JSON.stringify({ ...value, sha256: checksumOf(value) });

export const temporaryFile = (): string => join(mkdtempSync(join(tmpdir(), "results-")), "results.json");

export function fileWith(text: string): string {
  const file = temporaryFile();
  writeFileSync(file, text);
  return file;
}

export function problemOf(file: string): string {
  try {
    readResults(file);
  } catch (error) {
    if (error instanceof ResultsError) return error.message;
    throw error;
  }
  throw new Error("expected a ResultsError, got results");
}
