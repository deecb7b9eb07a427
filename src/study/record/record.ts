import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../../language/usage-error.ts";
import { verdicts } from "../../language/verdict.ts";
import { digestsLength, lengthOf } from "./columns.ts";
import { replaceFile } from "./replace-file.ts";

const text = z.string().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hex");
const seeds = z.int().nonnegative().max(100_000);
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, "base64");
const columns = z.record(z.string(), base64);

/** Everything that decides a claim, frozen before its first decisive trial. */
const registration = z.strictObject({
  version: z.int().positive(),
  /** SHA-256 of arms, predicate, rate, threshold, rule and cap. */
  hash,
  /** The first seed that counts: none of its arms had been trained from it, or from one after it, when it was registered. */
  from: z.int().positive(),
  /** ISO 8601, in UTC. */
  at: z.iso.datetime(),
});

const decision = z.strictObject({
  version: z.int().positive(),
  registration: hash,
  verdict: z.enum(verdicts),
  /** Seeds that were looked at until it was decided, or have been so far. */
  looked: seeds,
  /** Of those that count; of claims about a rate. */
  successes: seeds.optional(),
  seeds: seeds.optional(),
  /** Of claims about all seeds together. */
  estimate: z.number().nullable().optional(),
});

const recordedArm = z
  .strictObject({
    /** SHA-256 of the arm's settings. */
    arm: hash,
    /** Trials, of seeds from 1001 on. */
    count: seeds,
    /** How each ended: t(rained), x (diverged) or d(ead). */
    states: z.string().regex(/^[txd]*$/),
    /** The beginnings of their SHA-256. */
    digests: base64,
    /** Metric → its value when training ended, a float64 a seed. */
    end: columns,
    /**
     * "metric@round" → what it was then, where a claim or a finding looks at it. A column may hold the last trials only: those before
     * were recorded when nothing looked at it yet.
     */
    at: columns,
  })
  .superRefine(({ count, states, digests, end, at }, context) => {
    const fault = (path: string[], expected: string, got: number) =>
      context.addIssue({ code: "custom", path, message: `expected ${expected}, got ${got}` });
    if (states.length !== count) fault(["states"], `${count} states`, states.length);
    if (digestsLength(digests) !== count) fault(["digests"], `${count} digests`, digestsLength(digests));
    for (const [metric, column] of Object.entries(end)) {
      if (lengthOf(column) !== count) fault(["end", metric], `${count} numbers`, lengthOf(column));
    }
    for (const [cell, column] of Object.entries(at)) {
      const length = lengthOf(column);
      if (!Number.isInteger(length) || length > count) fault(["at", cell], `at most ${count} whole numbers`, length);
    }
  });

const run = z.strictObject({
  at: z.iso.datetime(),
  node: text,
  platform: text,
  cpu: text,
  commit: text,
  kernels: text,
  /** Trials that it added. */
  trials: z.int().nonnegative(),
});

const recordSchema = z.strictObject({
  schema: z.literal(1),
  source: text,
  engine: text,
  /** The registration of each claim, the current one last. */
  registrations: z.record(z.string(), z.array(registration).min(1)),
  /** What came of the current ones. */
  decisions: z.record(z.string(), decision),
  /** What came of those before. */
  former: z.record(z.string(), z.array(decision)),
  arms: z.record(z.string(), recordedArm),
  /** The runs that trained it, and on what. */
  runs: z.array(run),
});

/** A source's committed record: registrations, decisions, and what they were made from. */
export type StudyRecord = z.infer<typeof recordSchema>;
export type Registration = z.infer<typeof registration>;
export type Decided = z.infer<typeof decision>;
export type RecordedArm = z.infer<typeof recordedArm>;

export const recordFile = (baselines: string, source: string): string => join(baselines, source, "record.json");

export const emptyRecord = (source: string): StudyRecord => ({
  schema: 1,
  source,
  engine: "wasm",
  registrations: {},
  decisions: {},
  former: {},
  arms: {},
  runs: [],
});

/** @returns an empty record if there is none @throws {UsageError} if the file is damaged */
export function readRecord(baselines: string, source: string): StudyRecord {
  const file = recordFile(baselines, source);
  if (!existsSync(file)) return emptyRecord(source);
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`expected the record of ${source} in ${file}, got ${(error as Error).message}`);
  }
  return parseRecord(content, file, source);
}

/** @param file for messages @throws {UsageError} if it is not a record of the source */
export function parseRecord(content: string, file: string, source: string): StudyRecord {
  const refused = (got: string) =>
    new UsageError(`expected the record of ${source} in ${file}, got ${got}; restore it with git checkout`);
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw refused((error as Error).message);
  }
  const { success, data, error } = recordSchema.safeParse(json);
  if (!success) {
    const [{ path, message }] = error.issues;
    throw refused(`${path.join(".") || "the file"}: ${message}`);
  }
  if (data.source !== source) throw refused(`that of ${data.source}`);
  return data;
}

/** @throws {UsageError} if it cannot be written; the former record is left as it is then */
export function writeRecord(baselines: string, record: StudyRecord): void {
  const file = recordFile(baselines, record.source);
  try {
    mkdirSync(join(baselines, record.source), { recursive: true });
    replaceFile(file, `${JSON.stringify(sorted(record), null, 1)}\n`);
  } catch (error) {
    throw new UsageError(
      `expected to write the record of ${record.source} to ${file}, got ${(error as Error).message}; once it can be written, run the same command ` +
        "again: every finished trial is kept",
    );
  }
}

/** By name, so that a change shows as a change and not as a new order. */
function sorted(record: StudyRecord): StudyRecord {
  const byName = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { registrations, decisions, former, arms, ...rest } = record;
  return {
    ...rest,
    registrations: byName(registrations),
    decisions: byName(decisions),
    former: byName(former),
    arms: byName(arms),
  };
}
