import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../language/usage-error.ts";
import { recordOf, small } from "../study.fixture.ts";
import { columnOf, digestColumnOf, digestsIn, numbersOf } from "./columns.ts";
import { emptyRecord, parseRecord, readRecord, recordFile, type StudyRecord, writeRecord } from "./record.ts";

const baselines = mkdtempSync(join(tmpdir(), "gan-repro-record-"));
const record = await recordOf(small, { narrow: 5, wide: 3, point: 4 });

test("a record is read as it was written", () => {
  writeRecord(baselines, record);
  expect(readRecord(baselines, "small")).toEqual(record);
});

test("it is written in the order of names, so that what did not change does not show as changed", () => {
  const { narrow, wide, point } = record.arms;
  writeRecord(baselines, record);
  const before = readFileSync(recordFile(baselines, "small"), "utf8");
  writeRecord(baselines, { ...record, arms: { wide, narrow, point } });
  expect(readFileSync(recordFile(baselines, "small"), "utf8")).toBe(before);
});

test("a source without a record has an empty one", () => {
  expect(readRecord(baselines, "another")).toEqual(emptyRecord("another"));
});

test("numbers come back to the bit", () => {
  const numbers = [0, -0, 0.1, 5e-324, Number.MAX_VALUE, Number.NEGATIVE_INFINITY, Number.NaN];
  expect([...numbersOf(columnOf(numbers), numbers.length)]).toEqual(numbers);
  expect(() => numbersOf(columnOf(numbers), 6)).toThrow("expected 6 numbers, got 56 bytes");
});

test("a digest keeps its first twelve bytes", () => {
  const digests = ["0123456789abcdef".repeat(4), "f".repeat(64)];
  expect(digestsIn(digestColumnOf(digests), 2)).toEqual(["0123456789abcdef01234567", "f".repeat(24)]);
});

const { narrow } = record.arms;
const withNarrow = (changes: object): StudyRecord => ({
  ...record,
  arms: { ...record.arms, narrow: { ...narrow, ...changes } },
});

test.each<[string, string, string]>([
  ["half a file", JSON.stringify(record).slice(0, 900), "JSON"],
  ["an empty file", "", "JSON"],
  ["that of another source", JSON.stringify({ ...record, source: "other" }), "got that of other"],
  ["another schema", JSON.stringify({ ...record, schema: 2 }), "schema: "],
  ["an unknown key", JSON.stringify({ ...record, verdicts: {} }), "verdicts"],
  ["a verdict that is none", JSON.stringify(record).replaceAll('"reproduced"', '"proved"'), "decisions.small/"],
  ["a state that is none", JSON.stringify(withNarrow({ states: "ttttq" })), "arms.narrow.states: "],
  ["too few states", JSON.stringify(withNarrow({ states: "tttt" })), "arms.narrow.states: expected 5 states, got 4"],
  [
    "too few digests",
    JSON.stringify(withNarrow({ digests: narrow.digests.slice(0, 64) })),
    "arms.narrow.digests: expected 5 digests, got 4",
  ],
  [
    "a column that was cut",
    JSON.stringify(withNarrow({ end: { sd: columnOf([1, 2, 3, 4]) } })),
    "arms.narrow.end.sd: expected 5 numbers, got 4",
  ],
  [
    "a column at a round that is too long",
    JSON.stringify(withNarrow({ at: { "sd@5": columnOf([1, 2, 3, 4, 5, 6]) } })),
    "arms.narrow.at.sd@5: expected at most 5 whole numbers, got 6",
  ],
  ["a column that is no base64", JSON.stringify(withNarrow({ end: { sd: "%%%" } })), "arms.narrow.end.sd: "],
])("%s is refused in one line that says what to do", (_, content, reason) => {
  const read = () => parseRecord(content, "baselines/small/record.json", "small");
  expect(read).toThrow(UsageError);
  expect(read).toThrow(reason);
  expect(read).toThrow(
    /^expected the record of small in baselines\/small\/record\.json, got .*; restore it with git checkout$/,
  );
});

test("a folder in the record's place is refused in one line", () => {
  const folder = join(baselines, "as-folder", "record.json");
  mkdirSync(folder, { recursive: true });
  expect(() => readRecord(baselines, "as-folder")).toThrow(UsageError);
});

test("a record that cannot be written is refused in one line", () => {
  writeFileSync(join(baselines, "a-file"), "");
  const write = () => writeRecord(join(baselines, "a-file"), record);
  expect(write).toThrow(UsageError);
  expect(write).toThrow(/^expected to write the record .*a-file/);
});
