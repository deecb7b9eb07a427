import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { firstProblem } from "../problem.ts";
import { ResultsError } from "../results.ts";
import { type BenchmarkRun, runSchema } from "./record.ts";

/** What a record holds. */
export interface History {
  /** In the order in which they were recorded. */
  readonly runs: readonly BenchmarkRun[];
  /** A line of words for each line that is damaged, and was skipped. */
  readonly damaged: readonly string[];
}

/**
 * Reads a record: JSON lines, one a run. A damaged line costs that run and no other.
 * @throws {ResultsError} if there is no such file, or it cannot be read
 */
export function readHistory(file: string): History {
  const runs: BenchmarkRun[] = [];
  const damaged: string[] = [];
  for (const [index, line] of linesOf(file).entries()) {
    if (line.trim() === "") continue;
    const run = parsedRun(line);
    if (typeof run === "string") damaged.push(`${file}: line ${index + 1} is skipped: ${run}`);
    else runs.push(run);
  }
  return { runs, damaged };
}

/** As {@link readHistory}, but nothing where there is no such file. @throws {ResultsError} if it cannot be read */
export const readHistoryIfAny = (file: string): History =>
  existsSync(file) ? readHistory(file) : { runs: [], damaged: [] };

/** Makes sure that a run can be added to a record: better known before an hour of timing than after it. @throws {ResultsError} */
export function requireRecord(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, "");
  } catch (error) {
    throw notWritable(file, error);
  }
}

/**
 * Adds a run to a record as one more line; what stands there already is never touched. Makes the file if need be.
 * @throws {ResultsError} if the run departs from the schema, which is a bug, or the file cannot be written
 */
export function appendRun(file: string, run: BenchmarkRun): void {
  const checked = runSchema.safeParse(run);
  if (!checked.success) {
    throw new ResultsError(`${file}: the run was not recorded: ${firstProblem(checked.error, run)}; this is a bug`);
  }
  requireRecord(file);
  try {
    // A run that was cut off while it was written must not take this one with it.
    const start = endsWithin(file) ? "\n" : "";
    appendFileSync(file, `${start}${JSON.stringify(checked.data)}\n`);
  } catch (error) {
    throw notWritable(file, error);
  }
}

const notWritable = (file: string, error: unknown): ResultsError =>
  new ResultsError(
    `expected a file to add the run to, got ${file}: ${(error as Error).message}; choose another with --record`,
  );

/** The run of a line, or what is wrong with it. */
function parsedRun(line: string): BenchmarkRun | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `expected whole JSON, got ${line.length} characters that are truncated or damaged`;
  }
  const checked = runSchema.safeParse(value);
  return checked.success ? checked.data : firstProblem(checked.error, value);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    throw new ResultsError(
      `expected a record of the benchmark, got ${file}: ${(error as Error).message}; \`npm run bench -- --record ${file}\` makes one`,
    );
  }
}

/** Whether a file ends in the middle of a line. */
function endsWithin(file: string): boolean {
  const text = readFileSync(file, "utf8");
  return text !== "" && !text.endsWith("\n");
}
