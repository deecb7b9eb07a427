import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { results } from "./fixture.ts";
import { finiteOrNull, type Results, readResults, writeResults } from "./results.ts";
import { fileWith, type Loose, problemOf, sealed, temporaryFile } from "./results-files.fixture.ts";

test("what is written is read back, with its checksum", () => {
  const file = temporaryFile();
  writeResults(file, results);
  expect(readResults(file)).toEqual(JSON.parse(JSON.stringify(results)));
  expect(JSON.parse(readFileSync(file, "utf8")).sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("writing leaves no temporary file behind", () => {
  const file = temporaryFile();
  writeResults(file, results);
  expect(readdirSync(join(file, ".."))).toEqual(["results.json"]);
});

test("writing makes the folder", () => {
  const file = join(temporaryFile(), "..", "new", "results.json");
  writeResults(file, results);
  expect(readResults(file).schema).toBe(3);
});

test("a missing file says what writes it", () => {
  const file = temporaryFile();
  expect(problemOf(file)).toBe(`${file}: expected a results file, got none; \`npm run reproduce\` writes it`);
});

test("a truncated file and a wrong file get different messages", () => {
  const file = fileWith(JSON.stringify(results).slice(0, 100));
  expect(problemOf(file)).toBe(
    `${file}: expected whole JSON, got 100 characters that are truncated or damaged; \`npm run reproduce\` writes a new one`,
  );
});

test("another schema version is rejected before anything else is checked", () => {
  const file = fileWith(JSON.stringify({ schema: 4, whatever: true }));
  expect(problemOf(file)).toBe(`${file}: expected schema 3, got 4; \`npm run reproduce\` writes a new one`);
});

test.each([1, 2])("results of schema %i are said to be old, and what writes new ones", (schema) => {
  const file = fileWith(JSON.stringify({ schema, whatever: true }));
  expect(problemOf(file)).toBe(
    `${file}: expected schema 3, got ${schema}, which is old: its verdicts were reached by another rule, on seeds that had been looked at; \`npm run reproduce\` writes a new one`,
  );
});

test("a file that is no results file has no schema version", () => {
  expect(problemOf(fileWith("[1, 2]"))).toContain("expected schema 3, got nothing;");
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "unknown verdict",
    (damaged) => Object.assign(damaged.claims[2], { verdict: "true" }),
    'expected "reproduced" | "contradicted" | "equivalent" | "open", got "true" at claims[2].verdict',
  ],
  [
    "unknown key",
    (damaged) => Object.assign(damaged.claims[0], { colour: "blue" }),
    'expected only known keys, got "colour" at claims[0]',
  ],
  ["unknown key at the top", (damaged) => Object.assign(damaged, { extra: 1 }), 'got "extra" at the top level'],
  ["missing field", (damaged) => delete damaged.claims[1].title, "expected string, got nothing at claims[1].title"],
  [
    "more successes than outcomes show",
    (damaged) => Object.assign(damaged.claims[0], { successes: 23 }),
    'expected as many as there are "+" among the outcomes, got 23 at claims[0].successes',
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
])("%s is rejected with its place", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify(results));
  damage(damaged);
  const line = problemOf(fileWith(sealed(damaged)));
  expect(line).toContain(problem);
  expect(line).toMatch(/; `npm run reproduce` writes a new one$/);
  expect(line).not.toContain("\n");
});

test("writing a value that is not finite fails, and the old file stays", () => {
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

test("a changed digit is detected, reformatting the file is accepted", () => {
  const file = temporaryFile();
  writeResults(file, results);
  const sound = readFileSync(file, "utf8");
  writeFileSync(file, `\uFEFF${JSON.stringify(JSON.parse(sound))}`);
  expect(readResults(file).claims).toHaveLength(7);
  writeFileSync(file, sound.replace('"median": 34', '"median": 24'));
  expect(problemOf(file)).toMatch(
    /: expected the SHA-256 that it states, [0-9a-f]{12}…, got [0-9a-f]{12}…: it was changed after it was written; `npm run reproduce` writes a new one$/,
  );
});
