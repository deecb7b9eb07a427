import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../language/usage-error.ts";
import { baselineFile } from "../report/draw-figures.ts";
import { readResults } from "../report/results.ts";
import { onlyWasm } from "../study/engines.ts";
import { columnOf } from "../study/record/columns.ts";
import { recordFile, type StudyRecord, writeRecord } from "../study/record/record.ts";
import { about } from "../study/registration.fixture.ts";
import { type Source, source } from "../study/source.ts";
import { arms, hashesOf, narrow, recordOf, small } from "../study/study.fixture.ts";
import { type ReproduceRun, reproduce } from "./reproduce.ts";

const figure = { title: "Title", caption: "Caption." };
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>';

/** Mistakes in claims and figures that registration cannot see, as they show only on some seed. */
const broken = source(
  { ...about, id: "broken", seeds: { cap: 64, drawn: 2 } },
  arms,
  [
    {
      ...{ id: "torn", ...figure },
      draw: () => {
        throw new Error("no ink");
      },
    },
    { id: "whole", ...figure, draw: () => drawing },
    { id: "unseen", ...figure, draw: () => drawing },
  ],
  ({ claim }) => {
    claim("throws-once", {
      ...narrow,
      holds: ({ seed }) => {
        if (seed === 1002) throw new RangeError("no such neighbour");
        return true;
      },
    });
    claim("answers-with-nothing-once", {
      ...narrow,
      holds: (({ seed }: { seed: number }) => (seed === 1002 ? undefined : true)) as never,
    });
    claim("works", narrow);
  },
);

/** Folders of a report, a store and records, one record written. */
function folders(record: StudyRecord) {
  const folder = mkdtempSync(join(tmpdir(), "gan-repro-"));
  const [out, store, baselines] = ["out", "store", "baselines"].map((name) => join(folder, name));
  writeRecord(baselines, record);
  return { out, store, baselines };
}

async function reproduced(one: Source, where: ReturnType<typeof folders>, asked: Partial<ReproduceRun> = {}) {
  const lines: string[] = [];
  const options = { ...where, minutes: 1, all: false, draw: "a", engines: onlyWasm, workers: 1, hashes: hashesOf };
  const { page } = await reproduce(
    [one],
    { ...options, ...asked },
    async () => [],
    (line) => lines.push(line),
  );
  const results = readResults(join(where.out, "results.json"));
  const failures = results.departures.filter(({ severity }) => severity === "failure").map(({ message }) => message);
  return { results, page, lines, failures };
}

test("a mistake in a claim or a figure costs that one, and the report of everything else is written", async () => {
  const where = folders(await recordOf(broken, { narrow: 2, wide: 2, point: 2 }));
  const whole = baselineFile(where.baselines, "broken", "whole");
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, drawing);
  const { results, page, failures } = await reproduced(broken, where);
  expect(results.claims.map(({ id, kind }) => [id, kind])).toEqual([
    ["broken/throws-once", "not judged"],
    ["broken/answers-with-nothing-once", "not judged"],
    ["broken/works", "rate"],
  ]);
  expect(results.figures.map(({ id, status }) => [id, status])).toEqual([
    ["broken/torn", "not drawn"],
    ["broken/whole", "identical"],
    ["broken/unseen", "missing"],
  ]);
  expect(failures).toEqual([
    "broken/throws-once: not judged: holds on seed 1002: RangeError: no such neighbour",
    "broken/answers-with-nothing-once: not judged: holds on seed 1002: expected true or false, got undefined",
    "broken/torn: not drawn: Error: no ink",
  ]);
  for (const file of [page, join(where.out, "broken.html")]) expect(existsSync(file)).toBe(true);
});

test("every recorded trial is trained again with --all, and says what it was compared with", async () => {
  const where = folders(await recordOf(small, { narrow: 4, wide: 3, point: 2 }));
  const { results, failures, lines } = await reproduced(small, where, { all: true });
  expect(failures).toEqual([]);
  expect(results.audit).toEqual([
    { source: "small", arm: "narrow", recorded: 4, rerun: 4, identical: 4 },
    { source: "small", arm: "wide", recorded: 3, rerun: 3, identical: 3 },
    { source: "small", arm: "point", recorded: 2, rerun: 2, identical: 2 },
  ]);
  expect(lines[0]).toBe("training all 9 recorded trials again");
  // Nothing of the audit stays in the store.
  expect(readdirSync(where.store)).toEqual([]);
});

test("a planted bit fails the report by arm, seed and the number that differs", async () => {
  const record = await recordOf(small, { narrow: 2, wide: 2, point: 2 });
  const { wide } = record.arms;
  const planted = { ...wide, end: { ...wide.end, sd: columnOf([4, 4]) } };
  const where = folders({ ...record, arms: { ...record.arms, wide: planted } });
  const { results, failures } = await reproduced(small, where, { all: true });
  expect(failures).toEqual([
    expect.stringMatching(/^small, arm "wide", seed 100[12]: expected sd at the end to be 4, as recorded, got 3\.|4\./),
    expect.stringMatching(/^small, arm "wide", seed 100[12]: expected sd at the end to be 4, as recorded, got 3\.|4\./),
  ]);
  expect(results.audit.find(({ arm }) => arm === "wide")).toMatchObject({ rerun: 2, identical: 0 });
});

test("of a named claim its own arms and its controls' are trained again", async () => {
  const other = source({ ...about, id: "other" }, { ...arms, aside: arms.wide }, [], ({ claim }) => {
    claim("is-narrow", narrow);
  });
  const where = folders(await recordOf(other, { narrow: 2, wide: 2, point: 2, aside: 2 }));
  const { results } = await reproduced(other, where, { all: true, claims: new Set(["other/is-narrow"]) });
  expect(results.audit.map(({ arm, rerun }) => [arm, rerun])).toEqual([
    ["narrow", 2],
    ["wide", 2],
    ["point", 2],
    ["aside", 0],
  ]);
});

test("a damaged record is one line before anything is trained", async () => {
  const where = folders(await recordOf(small, {}));
  writeFileSync(recordFile(where.baselines, "small"), '{"schema": 1');
  const failing = reproduced(small, where);
  await expect(failing).rejects.toThrow(UsageError);
  await expect(failing).rejects.toThrow(/^expected the record of small in [^\n]*; restore it with git checkout$/);
  expect(existsSync(where.store)).toBe(false);
});

test("a report that cannot be written is one line before anything is trained", async () => {
  const where = folders(await recordOf(small, {}));
  const out = join(recordFile(where.baselines, "small"), "report");
  const failing = reproduced(small, where, { out });
  await expect(failing).rejects.toThrow(UsageError);
  await expect(failing).rejects.toThrow(
    /^expected a folder to write the report to, got [^\n]*; choose another with --out$/,
  );
});
