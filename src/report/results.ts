import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { checksumOf } from "./checksum.ts";
import { firstProblem, show } from "./problem.ts";
import { replaceFile } from "./replace-file.ts";
import { type Results1, resultsSchema1 } from "./schema-1.ts";

/** The version of the results file that this program writes and reads. */
export const schemaVersion = 1;

export type Results = Results1;
export type ClaimResult = Results["claims"][number];
export type ArmResult = Results["arms"][number];
export type FigureResult = Results["figures"][number];
export type Timing = Results["timings"][number];

/** A results file that cannot be read, or results that may not be written. */
export class ResultsError extends Error {
  override readonly name = "ResultsError";
}

/**
 * Reads and validates a results file, which may come from anybody: its schema, its checksum, and that its verdicts and
 * intervals are those that its own counts give.
 * @throws {ResultsError} if it does not exist, is no JSON, has another schema version, departs from the schema, was
 *   changed after it was written, or contradicts itself
 */
export function readResults(file: string): Results {
  const value = parseJson(file, readText(file));
  const version = isRecord(value) ? value.schema : undefined;
  if (version !== schemaVersion) {
    throw new ResultsError(`${file}: expected schema version ${schemaVersion}, got ${show(version)}; ${writeNew}`);
  }
  const parsed = resultsSchema1.safeParse(value);
  if (!parsed.success) {
    throw new ResultsError(`${file}: ${firstProblem(parsed.error, value)}; ${writeNew}`);
  }
  const { sha256 } = parsed.data;
  const actual = checksumOf(parsed.data);
  if (sha256 !== undefined && sha256 !== actual) {
    throw new ResultsError(
      `${file}: expected the SHA-256 that it states, ${sha256.slice(0, 12)}…, got ${actual.slice(0, 12)}…: it was changed after it was written; ${writeNew}`,
    );
  }
  return parsed.data;
}

/**
 * Validates the results, adds their checksum and writes them whole or not at all. Creates the folder if need be.
 * @throws {ResultsError} if the results depart from the schema; nothing is written then.
 */
export function writeResults(file: string, value: Results): void {
  const parsed = resultsSchema1.safeParse(value);
  if (!parsed.success) {
    const problem = firstProblem(parsed.error, value);
    throw new ResultsError(`${file} was not written: ${problem}; mend what produced these results`);
  }
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, `${JSON.stringify({ ...parsed.data, sha256: checksumOf(parsed.data) }, null, 2)}\n`);
}

/** The number as the results file keeps it: null where it is not finite. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const writeNew = "`npm run reproduce` writes a new one";

/** Bytes: some hundred times today's full run. */
const largest = 200e6;

function readText(file: string): string {
  try {
    const status = statSync(file);
    if (!status.isFile()) throw new Error("something that is no file");
    if (status.size > largest) throw new Error(`${status.size} bytes, more than the ${largest} that are read`);
    // A byte order mark, which some editors put in front, is no JSON.
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (missing) throw new ResultsError(`${file}: expected a results file, got none; \`npm run reproduce\` writes it`);
    throw new ResultsError(`${file}: expected a readable results file, got ${(error as Error).message}; ${writeNew}`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ResultsError(
      `${file}: expected whole JSON, got ${text.length} characters that are truncated or damaged; ${writeNew}`,
    );
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
