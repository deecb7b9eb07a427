import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { results } from "./fixture.ts";
import { finiteOrNull, type Results, ResultsError, readResults, writeResults } from "./results.ts";

test("what is written is read back", () => {
  const file = temporaryFile();
  writeResults(file, results);
  expect(readResults(file)).toEqual(JSON.parse(JSON.stringify(results)));
});

test("writing leaves no temporary file behind", () => {
  const file = temporaryFile();
  writeResults(file, results);
  expect(readdirSync(join(file, ".."))).toEqual(["results.json"]);
});

test("writing makes the folder", () => {
  const file = join(temporaryFile(), "..", "new", "results.json");
  writeResults(file, results);
  expect(readResults(file).schema).toBe(1);
});

test("a missing file says what writes it", () => {
  const file = temporaryFile();
  expect(problemOf(file)).toBe(`${file}: expected a results file, got none; \`npm run reproduce\` writes it`);
});

test("a truncated file is told apart from a wrong one", () => {
  const file = fileWith(JSON.stringify(results).slice(0, 100));
  expect(problemOf(file)).toBe(
    `${file}: expected whole JSON, got 100 characters that are truncated or damaged; \`npm run reproduce\` writes it anew`,
  );
});

test("another schema version is refused before anything else is looked at", () => {
  const file = fileWith(JSON.stringify({ schema: 2, whatever: true }));
  expect(problemOf(file)).toBe(`${file}: expected schema version 1, got 2; \`npm run reproduce\` writes it anew`);
});

test("a file that is no results file has no schema version", () => {
  expect(problemOf(fileWith("[1, 2]"))).toContain("expected schema version 1, got nothing;");
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "unknown verdict",
    (damaged) => Object.assign(damaged.claims[3], { verdict: "true" }),
    'expected "reproduced" | "contradicted" | "inconclusive", got "true" at claims[3].verdict',
  ],
  [
    "unknown key",
    (damaged) => Object.assign(damaged.claims[0], { colour: "blue" }),
    'expected only known keys, got "colour" at claims[0]',
  ],
  ["unknown key at the top", (damaged) => Object.assign(damaged, { extra: 1 }), 'got "extra" at the top level'],
  ["missing field", (damaged) => delete damaged.claims[1].quote, "expected string, got nothing at claims[1].quote"],
  [
    "more successes than seeds",
    (damaged) => Object.assign(damaged.claims[0], { successes: 17 }),
    "expected at most as many as seeds, got 17 at claims[0].successes",
  ],
  [
    "interval the wrong way round",
    (damaged) => Object.assign(damaged.claims[0], { interval: [1, 0.5] }),
    "expected low before high, got [1,0.5] at claims[0].interval",
  ],
  [
    "rate above 1",
    (damaged) => Object.assign(damaged.claims[0], { assertedRate: 75 }),
    "expected at most 1, got 75 at claims[0].assertedRate",
  ],
  [
    "values that do not match the seeds",
    (damaged) => Object.assign(damaged.arms[0], { seeds: 4 }),
    "expected one value for each of the seeds, got [0.1,0.2,0.3] at arms[0].values",
  ],
  [
    "environment of something nested",
    (damaged) => Object.assign(damaged.environment, { cpu: ["a"] }),
    'expected string | number, got ["a"] at environment.cpu',
  ],
  [
    "date in words",
    (damaged) => Object.assign(damaged, { createdAt: "today" }),
    'expected a date and time in ISO 8601, UTC, got "today" at createdAt',
  ],
])("%s is refused with its place", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify(results));
  damage(damaged);
  const line = problemOf(fileWith(JSON.stringify(damaged)));
  expect(line).toContain(problem);
  expect(line).toMatch(/; `npm run reproduce` writes it anew$/);
  expect(line).not.toContain("\n");
});

test("a value that is not finite is refused when written, and the old file stays", () => {
  const file = temporaryFile();
  writeResults(file, results);
  const before = readFileSync(file, "utf8");
  const [first] = results.arms;
  const damaged: Results = { ...results, arms: [{ ...first, values: [1, Number.NaN, 3] }] };
  expect(() => writeResults(file, damaged)).toThrow(
    /was not written: expected number, got NaN at arms\[0\]\.values\[1\]/,
  );
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("what is not finite is kept as null", () => {
  expect([1, Number.NaN, Number.POSITIVE_INFINITY].map(finiteOrNull)).toEqual([1, null, null]);
});

// biome-ignore lint/suspicious/noExplicitAny: damaged on purpose.
type Loose = any;

const temporaryFile = (): string => join(mkdtempSync(join(tmpdir(), "results-")), "results.json");

function fileWith(text: string): string {
  const file = temporaryFile();
  writeFileSync(file, text);
  return file;
}

function problemOf(file: string): string {
  try {
    readResults(file);
  } catch (error) {
    if (error instanceof ResultsError) return error.message;
    throw error;
  }
  throw new Error("expected a ResultsError, got results");
}
