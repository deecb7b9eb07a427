import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { verdicts } from "../claim/verdict.ts";
import { profileNames } from "../experiment/profile.ts";

/** The version of the results file that this program writes and reads. */
export const schemaVersion = 1;

const verdict = z.enum(verdicts);
const count = z.int().nonnegative();
/** A statistic that is null where it was not finite: JSON has neither Infinity nor NaN. */
const statistic = z.number().nullable();

const claimResult = z
  .strictObject({
    /** `source/claim`, as in the catalogue of claims. */
    id: z.string().min(1),
    /** Goes up whenever the predicate or the asserted rate changes. */
    version: z.int().positive(),
    source: z.string().min(1),
    title: z.string().min(1),
    quote: z.string(),
    hypothesis: z.string(),
    /**
     * `exact` claims are algebra, checked to a tolerance: one "seed", and an interval without meaning. `statistic` claims
     * are decided by one number over all seeds: it and its interval stand in `effect`, and `interval` has no meaning.
     */
    kind: z.enum(["rate", "statistic", "exact"]),
    assertedRate: z.number().min(0).max(1),
    successes: count,
    seeds: count,
    /** Clopper–Pearson 95 % interval of the success rate. */
    interval: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
    verdict,
    /** The verdict registered for this profile before the run. */
    expected: verdict,
    /** The sabotaged run that must not come out reproduced. */
    control: z.strictObject({ description: z.string(), verdict }),
    /** Median over the seeds and its bootstrap interval, both of the quantity that `unit` names; shown, never deciding. */
    effect: z
      .strictObject({ unit: z.string(), median: statistic, interval: z.tuple([statistic, statistic]) })
      .optional(),
  })
  .refine((claim) => claim.successes <= claim.seeds, { path: ["successes"], message: "at most as many as seeds" })
  .refine((claim) => claim.interval[0] <= claim.interval[1], { path: ["interval"], message: "low before high" });

const armResult = z
  .strictObject({
    experiment: z.string().min(1),
    arm: z.string().min(1),
    metric: z.string().min(1),
    unit: z.string(),
    /** How many seeds were run: the length of `values`. */
    seeds: count,
    /** One value a seed, in the order of the seeds. */
    values: z.array(statistic),
    median: statistic,
    q25: statistic,
    q75: statistic,
  })
  .refine((arm) => arm.values.length === arm.seeds, { path: ["values"], message: "one value for each of the seeds" });

const figureResult = z.strictObject({
  /** `source/figure`. */
  id: z.string().min(1),
  /** Relative to the folder of the results file. */
  path: z.string().min(1),
  status: z.enum([
    "identical",
    "close",
    "changed",
    "resized",
    "missing",
    "new",
    "updated",
    "damaged",
    "not compared",
    "no baseline",
  ]),
  /** Null where nothing could be compared. */
  differingPixels: count.nullable(),
});

const timing = z.strictObject({
  name: z.string().min(1),
  unit: z.string(),
  median: z.number(),
  /** Median absolute deviation, in `unit`. */
  mad: z.number(),
  samples: count,
});

const results = z.strictObject({
  schema: z.literal(schemaVersion),
  /** ISO 8601, in UTC. */
  createdAt: z.iso.datetime(),
  profile: z.enum(profileNames),
  engine: z.string().min(1),
  /** The seeds are this and those that follow it; 1 if absent. */
  firstSeed: z.number().int().min(1).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  claims: z.array(claimResult),
  arms: z.array(armResult),
  figures: z.array(figureResult),
  timings: z.array(timing),
  /** What was digested → SHA-256 in hex. */
  digests: z.record(z.string(), z.string()),
});

export type Results = z.infer<typeof results>;
export type ClaimResult = Results["claims"][number];
export type ArmResult = Results["arms"][number];
export type FigureResult = Results["figures"][number];
export type Timing = Results["timings"][number];

/** A results file that cannot be read, or results that may not be written. */
export class ResultsError extends Error {
  override readonly name = "ResultsError";
}

/**
 * Reads and validates a results file.
 * @throws {ResultsError} if it does not exist, is no JSON, has another schema version or departs from the schema.
 */
export function readResults(file: string): Results {
  const value = parseJson(file, readText(file));
  const version = isRecord(value) ? value.schema : undefined;
  if (version !== schemaVersion) {
    throw new ResultsError(`${file}: expected schema version ${schemaVersion}, got ${show(version)}; ${writeAnew}`);
  }
  const parsed = results.safeParse(value);
  if (!parsed.success) {
    throw new ResultsError(`${file}: ${firstProblem(parsed.error, value)}; ${writeAnew}`);
  }
  return parsed.data;
}

/**
 * Validates the results and writes them under a temporary name that is then renamed: a reader sees the old file
 * or the new one, never half of it. Creates the folder if need be.
 * @throws {ResultsError} if the results depart from the schema; nothing is written then.
 */
export function writeResults(file: string, value: Results): void {
  const parsed = results.safeParse(value);
  if (!parsed.success) {
    const problem = firstProblem(parsed.error, value);
    throw new ResultsError(`${file} was not written: ${problem}; mend what produced these results`);
  }
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${JSON.stringify(parsed.data, null, 2)}\n`);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The number as the results file keeps it: null where it is not finite. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const writeAnew = "`npm run reproduce` writes it anew";

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (missing) throw new ResultsError(`${file}: expected a results file, got none; \`npm run reproduce\` writes it`);
    throw new ResultsError(`${file}: expected a readable results file, got ${(error as Error).message}; ${writeAnew}`);
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ResultsError(
      `${file}: expected whole JSON, got ${text.length} characters that are truncated or damaged; ${writeAnew}`,
    );
  }
}

/** "expected …, got … at claims[3].verdict", for the first of the problems. */
function firstProblem(error: z.ZodError, value: unknown): string {
  const issue = error.issues[0]!;
  const path = issue.path;
  if (issue.code === "unrecognized_keys") {
    return `expected only known keys, got ${issue.keys.map(show).join(", ")} at ${showPath(path)}`;
  }
  return `expected ${expectation(issue)}, got ${show(valueAt(value, path))} at ${showPath(path)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map(show).join(" | ");
    case "invalid_union":
      return issue.errors.map((branch) => expectation(branch[0]!)).join(" | ");
    case "too_small":
      return `at least ${issue.minimum}${issue.origin === "string" ? " character" : ""}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_format":
      return issue.format === "datetime" ? "a date and time in ISO 8601, UTC" : issue.format;
    default:
      return issue.message;
  }
}

/** The part of a value that a path leads to; undefined where the path ends early. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part = value;
  for (const key of path) {
    part = part === null || part === undefined ? undefined : (part as Record<PropertyKey, unknown>)[key];
  }
  return part;
}

/** `claims[3].verdict`; an empty path is the file itself. */
function showPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the top level";
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** A value on one line, cut short where it is long. */
function show(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = JSON.stringify(value) ?? "nothing";
  // 60 characters tell which value it is and leave the line readable.
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
