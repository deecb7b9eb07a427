import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { StoreError } from "../trial/store.ts";
import { sampleOf } from "./audit.ts";
import { audit } from "./audit-run.ts";
import { onlyWasm } from "./engines.ts";
import { columnOf, digestColumnOf } from "./record/columns.ts";
import type { RecordedArm, StudyRecord } from "./record/record.ts";
import { keep, recordOf, small, trained } from "./study.fixture.ts";

const counts = { narrow: 2, wide: 1, point: 1 };
const trials = await trained(small, counts);
const record = await recordOf(small, counts);
const store = mkdtempSync(join(tmpdir(), "gan-repro-audit-"));

const withArm = (arm: string, changes: Partial<RecordedArm>): StudyRecord => ({
  ...record,
  arms: { ...record.arms, [arm]: { ...record.arms[arm], ...changes } },
});

async function audited(recorded: StudyRecord, folder = store, until?: number) {
  const sampled = sampleOf([{ source: small, record: recorded }], { draw: "a", seconds: 1, engines: onlyWasm });
  return audit(sampled, new Map([["small", recorded]]), { store: folder, workers: 1, until }, (line) => {
    said = line;
  });
}
let said = "";

test("trials that are trained again are those of a sound record, and their folder is gone afterwards", async () => {
  const { sampled, differences, close } = await audited(record);
  expect(sampled).toHaveLength(4);
  expect(differences).toEqual([]);
  expect(readdirSync(store)).toEqual([expect.stringMatching(/^audit-/)]);
  close();
  expect(readdirSync(store)).toEqual([]);
});

test("a planted bit and a planted digest are named, though the store agrees with the record", async () => {
  const [first, second] = trials.narrow;
  const planted = withArm("narrow", { end: { ...record.arms.narrow.end, sd: columnOf([first.end.sd, 1]) } });
  const { point } = withArm("point", { digests: digestColumnOf(["ab".repeat(32)]) }).arms;
  // An audit that believed the store would find what was trained by whoever wrote the record.
  keep(store, small, trials);
  const { differences, close } = await audited({ ...planted, arms: { ...planted.arms, point } });
  close();
  expect([...differences].sort((a, b) => (a.arm < b.arm ? -1 : 1))).toEqual([
    { source: "small", arm: "narrow", seed: 1002, first: "sd at the end", expected: "1", got: String(second.end.sd) },
    expect.objectContaining({ source: "small", arm: "point", seed: 1001, first: "its digest (curves or arrays)" }),
  ]);
});

test("when time is up nothing more is begun, and what was not trained does not count as identical", async () => {
  const { sampled, differences, close } = await audited(record, store, 0);
  close();
  expect([sampled, differences]).toEqual([[], []]);
  expect(said).toBe("there was time for 0 of 4 trials");
});

test("a store that cannot be written is told of in one line, and nothing is trained", async () => {
  const file = join(store, "a-file");
  writeFileSync(file, "");
  const failing = audited(record, join(file, "store"));
  await expect(failing).rejects.toThrow(StoreError);
  await expect(failing).rejects.toThrow(/^expected a folder to write trials to, got .*; choose another with --store$/);
  expect(existsSync(join(file, "store"))).toBe(false);
});
