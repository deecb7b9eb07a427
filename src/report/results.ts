import { mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { replaceFile } from "../study/record/replace-file.ts";
import { checksumOf } from "./checksum.ts";
import { firstProblem, show } from "./problem.ts";
import { fileSchema, type Results, resultsSchema } from "./schema.ts";

export type { ClaimResult } from "./claim-result.ts";
export type { Results } from "./schema.ts";
export type SourceResult = Results["sources"][number];
export type ArmResult = Results["arms"][number];
export type FigureResult = Results["figures"][number];
export type AuditResult = Results["audit"][number];
export type DepartureResult = Results["departures"][number];
export type Timing = Results["timings"][number];
export type UpdateTiming = Extract<Timing, { kind: "update" }>;
export type ThroughputTiming = Extract<Timing, { kind: "throughput" }>;

/** A results file that cannot be read, or results that may not be written. */
export class ResultsError extends Error {
  override readonly name = "ResultsError";
}

/**
 * Reads and validates a results file, which may come from anybody: its schema, its checksum, and that its verdicts and
 * intervals are those that its own outcomes give.
 * @throws {ResultsError} if it does not exist, is no JSON, has another schema version (the older ones keep too little to be told in the words of this one), departs from the schema, was
 *   changed after it was written, or contradicts itself
 */
export function readResults(file: string): Results {
  const value = parseJson(file, readText(file));
  const version = isRecord(value) ? value.schema : undefined;
  if (version === 3) return unsealed(parsed(fileSchema, value, file), file);
  if (version === 1 || version === 2) {
    throw new ResultsError(
      `${file}: expected schema 3, got ${version}, which is old: its verdicts were reached by another rule, on seeds that had been ` +
        `looked at; ${writeNew}`,
    );
  }
  throw new ResultsError(`${file}: expected schema 3, got ${show(version)}; ${writeNew}`);
}

/**
 * Validates the results, adds their checksum and writes them whole or not at all. Creates the folder if need be.
 * @throws {ResultsError} if the results depart from the schema; nothing is written then.
 */
export function writeResults(file: string, value: Results): void {
  const checked = resultsSchema.safeParse(value);
  if (!checked.success) {
    const problem = firstProblem(checked.error, value);
    throw new ResultsError(
      `${file} was not written: ${problem}; this is a bug in the program that produced these results`,
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  replaceFile(file, `${JSON.stringify({ ...checked.data, sha256: checksumOf(checked.data) }, null, 2)}\n`);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new ResultsError(`${file}: ${firstProblem(checked.error, value)}; ${writeNew}`);
}

/** @throws {ResultsError} if the checksum is another one */
function unsealed({ sha256, ...results }: z.infer<typeof fileSchema>, file: string): Results {
  const actual = checksumOf(results);
  if (sha256 === actual) return results;
  throw new ResultsError(
    `${file}: expected the SHA-256 that it states, ${sha256.slice(0, 12)}…, got ${actual.slice(0, 12)}…: it was changed after it was written; ${writeNew}`,
  );
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
