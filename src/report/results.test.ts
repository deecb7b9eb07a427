import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { checksumOf } from "./checksum.ts";
import { results } from "./fixture.ts";
import { finiteOrNull, type Results, ResultsError, readResults, writeResults } from "./results.ts";

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

test("a verdict that contradicts its own counts is rejected, with or without a checksum", () => {
  const lie = (changes: Loose) =>
    problemOf(fileWith(sealed({ ...results, claims: [{ ...results.claims[0], ...changes }] })));
  expect(lie({ verdict: "open" })).toContain(
    'expected the verdict that its outcomes and asserted rate give, got "open" at claims[0].verdict;',
  );
  const more = { looked: 24, seeds: 24, successes: 24, outcomes: "+".repeat(24) };
  const effect = { unit: "", median: 0.1, interval: [0.1, 0.1], values: Array(24).fill(0.1) };
  expect(
    lie({ ...more, effect, recorded: { successes: 24, seeds: 24 }, interval: confidenceSequence(24, 24) }),
  ).toContain("expected the 22 seeds that its outcomes need for a decision, got 24 at claims[0].looked;");
  expect(lie({ interval: [0.9, 1] })).toContain(
    "expected the 95 % confidence sequence of its successes among its seeds, got [0.9,1] at claims[0].interval;",
  );
  const arm = { ...results.arms[0], median: 1e308 };
  expect(problemOf(fileWith(sealed({ ...results, arms: [arm] })))).toContain(
    "expected the median of values, got 1e+308 at arms[0].median;",
  );
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "a page outside the folder",
    ({ claims }) => Object.assign(claims[0], { source: "../../escaped" }),
    'lower-case letters, digits and hyphens, got "../../escaped" at claims[0].source',
  ],
  [
    "the first page's own name",
    ({ claims }) => Object.assign(claims[0], { source: "index", id: "index/settles" }),
    'expected a source\'s id other than "index", which is the name of the first page, got "index" at claims[0].source',
  ],
  [
    "an image outside the folder",
    ({ figures }) => Object.assign(figures[0], { path: "../../secret.png" }),
    'expected a path like figures/source/name.png, got "../../secret.png" at figures[0].path',
  ],
  [
    "another figure's image",
    ({ figures }) => Object.assign(figures[0], { path: "figures/bias-game/film.png" }),
    "expected figures/, the figure's id and .png, got",
  ],
  [
    "a claim twice",
    ({ claims }) => claims.push(claims[0]),
    'expected an id that no other of the claims has, got "bias-game/settles" at claims[7].id',
  ],
  [
    "a hundred million seeds",
    ({ claims }) => Object.assign(claims[0], { seeds: 1e8 }),
    "expected at most 1000000, got 100000000 at claims[0].seeds",
  ],
  [
    "more claims than can be drawn",
    (damaged) => Object.assign(damaged, { claims: Array(20_000).fill(damaged.claims[0]) }),
    "expected at most 5000 entries, got a list of 20000 at claims",
  ],
  [
    "a command in the engine's name",
    (damaged) => Object.assign(damaged, { engine: "wasm; rm -rf ~" }),
    'expected an engine\'s name of lower-case letters, digits, hyphens and colons, got "wasm; rm -rf ~" at engine',
  ],
  [
    "lists in lists in lists",
    ({ claims }) => Object.assign(claims[0], { quote: "<deep>" }),
    "expected string, got a value nested too deeply to print at claims[0].quote",
  ],
])("somebody else's file with %s is rejected in one line", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify(results));
  damage(damaged);
  const deep = "[".repeat(1e5) + "]".repeat(1e5);
  const line = problemOf(fileWith(sealed(damaged).replace('"<deep>"', deep)));
  expect(line).toContain(problem);
  expect(line).not.toContain("\n");
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "a field of another kind",
    ({ claims }) => Object.assign(claims[4], { interval: [0, 1] }),
    'expected only known keys, got "interval" at claims[4]',
  ],
  [
    "a kind that does not exist",
    ({ claims }) => Object.assign(claims[0], { kind: "vote" }),
    'expected "rate" | "statistic" | "exact" | "untested" | "not judged", got "vote" at claims[0].kind',
  ],
  [
    "a claim of a source that is not there",
    ({ sources }) => Object.assign(sources[0], { id: "other" }),
    'expected one of the sources, got "bias-game" at claims[0].source',
  ],
  [
    "a figure that is not there",
    ({ figures }) => figures.shift(),
    'expected one of the figures, got "bias-game/distance" at claims[0].figures[0]',
  ],
  [
    "a departure that is kept quiet",
    ({ claims }) => Object.assign(claims[0].controls.negative, { verdict: "reproduced", successes: 64 }),
    'expected a departure of the kind "control" for this claim, got "bias-game/settles" at claims[0].id',
  ],
  [
    "a control that its own counts contradict",
    ({ claims }) => Object.assign(claims[0].controls.negative, { successes: 64 }),
    'expected the verdict that its counts and the asserted rate give, got "contradicted" at claims[0].controls.negative.verdict',
  ],
  [
    "more trials re-run than there are",
    ({ audit }) => Object.assign(audit[0], { rerun: 129 }),
    "expected at most as many as recorded, got 129 at audit[0].rerun",
  ],
  [
    "more rules than verdicts can be decided by again in time",
    (damaged) => {
      const [{ effect: _, ...claim }] = damaged.claims;
      const others = Array.from({ length: 60 }, (_, i) => ({ ...claim, id: `bias-game/c${i}`, cap: 2000 + i }));
      Object.assign(damaged, { claims: others });
    },
    "expected at most 50 pairs of asserted rate and cap, got a list of 60 at claims",
  ],
  [
    "no checksum",
    (damaged) => Object.assign(damaged, { sha256: "" }),
    'expected the SHA-256 of the rest of the file, in hex, got "" at sha256',
  ],
])("%s is rejected in one line", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify({ ...results, sha256: checksumOf(results) }));
  damage(damaged);
  expect(problemOf(fileWith(JSON.stringify(damaged)))).toContain(problem);
});

test("a folder or a device in the file's place is rejected in one line", () => {
  expect(problemOf(mkdtempSync(join(tmpdir(), "results-")))).toContain("got something that is no file;");
});

// biome-ignore lint/suspicious/noExplicitAny: damaged on purpose.
type Loose = any;

/** The text of a file whose checksum is right, whatever else is wrong. */
const sealed = (value: Loose): string => JSON.stringify({ ...value, sha256: checksumOf(value) });

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
