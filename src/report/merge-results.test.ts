import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { results } from "./fixture.ts";
import { merged, mergedInto } from "./merge-results.ts";
import { type Results, writeResults } from "./results.ts";

/** The same results of another source. */
const other: Results = JSON.parse(JSON.stringify(results).replaceAll("bias-game", "other-game"));
const later = "2026-11-23T02:15:00.000Z";
const rerun = (of: Results): Results => ({
  ...of,
  createdAt: later,
  sources: of.sources.map((source) => ({ ...source, run: { ...source.run, createdAt: later } })),
});
const temporaryFile = () => join(mkdtempSync(join(tmpdir(), "merge-")), "results.json");

test("a source that is run again takes no other out of the report, and each keeps its own run", () => {
  const both = merged(merged(results, other), rerun(results));
  expect(both.sources.map(({ id, run }) => [id, run.createdAt])).toEqual([
    ["bias-game", later],
    ["other-game", results.createdAt],
  ]);
  for (const list of ["claims", "arms", "figures", "digests", "audit"] as const) {
    expect(both[list], list).toHaveLength(2 * results[list].length);
  }
  expect(both.timings.map(({ kind }) => kind)).toEqual(["trial", "trial", "update"]);
  writeResults(temporaryFile(), both);
});

test("a run of one claim keeps what was found of the other arms of the same record", () => {
  const [plain, none] = results.audit;
  const fresh = {
    ...results,
    audit: [
      { ...plain, rerun: 0, identical: 0 },
      { ...none, rerun: 1, identical: 1 },
    ],
  };
  expect(merged(results, fresh).audit).toEqual([plain, { ...none, rerun: 1, identical: 1 }]);
  const otherRecord = { ...fresh, digests: [{ ...results.digests[0], digest: "4567" }] };
  expect(merged(results, otherRecord).audit[0].rerun).toBe(0);
  const message = "bias-game/plain: seed 1007 differs";
  const departure = { kind: "digest", severity: "failure", source: "bias-game", message } as const;
  const differed: Results = { ...results, audit: [{ ...plain, identical: 5 }, none], departures: [departure] };
  expect(merged(differed, fresh)).toMatchObject({
    audit: [{ identical: 5 }, { identical: 1 }],
    departures: [departure],
  });
  expect(merged(differed, results).departures).toEqual([]);
});

test("a report that cannot be read is replaced, with a line that says so", () => {
  const lines: string[] = [];
  const file = temporaryFile();
  expect(mergedInto(file, results, (line) => lines.push(line))).toBe(results);
  expect(lines).toEqual([]);
  writeFileSync(file, JSON.stringify({ schema: 2 }));
  expect(mergedInto(file, results, (line) => lines.push(line))).toBe(results);
  expect(lines).toEqual([
    expect.stringMatching(/^what stood in the report before is not kept: .*expected schema 3, got 2/),
  ]);
});
