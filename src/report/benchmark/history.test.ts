import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runOf } from "./fixture.ts";
import { appendRun, readHistory, requireRecord } from "./history.ts";

const emptyFile = (): string => join(mkdtempSync(join(tmpdir(), "record-")), "sub", "record.jsonl");

test("runs come back in the order in which they were added", () => {
  const file = emptyFile();
  const [one, two] = [runOf({ commit: "one" }), runOf({ commit: "two" })];
  appendRun(file, one);
  appendRun(file, two);
  expect(readHistory(file)).toEqual({ runs: [one, two], damaged: [] });
});

test("a damaged line is named and skipped, and stays where it is", () => {
  const file = emptyFile();
  appendRun(file, runOf({ commit: "one" }));
  appendFileSync(file, '{"schema":1,"at":"2026-');
  appendRun(file, runOf({ commit: "two" }));
  appendFileSync(file, `${JSON.stringify({ ...runOf({}), schema: 2 })}\n`);
  const text = readFileSync(file, "utf8");

  const { runs, damaged } = readHistory(file);
  expect(runs.map(({ commit }) => commit)).toEqual(["one", "two"]);
  expect(damaged).toEqual([
    `${file}: line 2 is skipped: expected whole JSON, got 23 characters that are truncated or damaged`,
    `${file}: line 4 is skipped: expected 1, got 2 at schema`,
  ]);
  appendRun(file, runOf({ commit: "three" }));
  expect(readFileSync(file, "utf8").startsWith(text)).toBe(true);
});

test("a median that its own rounds do not give is damage", () => {
  const file = emptyFile();
  const run = runOf({});
  const [first, ...others] = run.measurements;
  appendRun(file, run);
  writeFileSync(file, `${JSON.stringify({ ...run, measurements: [{ ...first, median: 99 }, ...others] })}\n`);
  expect(readHistory(file).damaged).toEqual([
    `${file}: line 1 is skipped: expected the median of rounds, got 99 at measurements[0].median`,
  ]);
});

test("a record that is not there, or cannot be written, is one clear line", () => {
  expect(() => readHistory("/nowhere/record.jsonl")).toThrow("expected a record of the benchmark, got /nowhere/");
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  expect(() => requireRecord(folder)).toThrow(`expected a file to add the run to, got ${folder}: `);
  expect(() => appendRun(folder, runOf({}))).toThrow(`expected a file to add the run to, got ${folder}: `);
});
