import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SampleArm } from "../../language/arm.ts";
import { normal } from "../../language/describe.ts";
import { onlyWasm } from "../../study/engines.ts";
import { trainMissing } from "../../study/train.ts";
import { censusOf, removeFiles } from "../../trial/census.ts";
import { digestOf } from "../../trial/digest.ts";
import { type Job, jobOf } from "../../trial/job.ts";
import { measuredOnce } from "../../trial/kind.ts";
import { jobsOf } from "../../trial/plan.ts";
import { decodeTensors, encodeTensors } from "../../trial/safetensors.ts";
import { openStore, type Store } from "../../trial/store.ts";
import { linesOf } from "./prune.ts";

const arm: SampleArm = { kind: "sample", data: normal({ mean: 0, sd: 1 }), size: 10, stream: "a", metrics: ["sd"] };
const outcome = measuredOnce({ sd: 1 });

function put(store: Store, job: Job): void {
  const { arm, seed, engine } = job;
  store.write(job, { arm, seed, engine, ...outcome, digest: digestOf(seed, outcome), seconds: 1 });
}

/** A store with a trial of the current code, four that nobody asks for, and two files that nobody knows. */
function mixedStore() {
  const store = openStore(mkdtempSync(join(tmpdir(), "gan-repro-census-")));
  const fileOf = (key: string, ending = "safetensors") => join(store.folder, `${key}.${ending}`);
  const job = jobOf(arm, 1, "wasm");
  put(store, job);
  put(store, { ...job, key: "b".repeat(64), code: "c".repeat(64) });
  put(store, { ...job, key: "d".repeat(64), engine: "abacus" });
  const { metadata, arrays } = decodeTensors(readFileSync(fileOf(job.key)));
  const { code, ...old } = metadata;
  writeFileSync(fileOf("e".repeat(64)), encodeTensors({ metadata: { ...old, format: "gan-repro trial 1" }, arrays }));
  writeFileSync(fileOf("f".repeat(64), "damaged"), "damaged");
  writeFileSync(fileOf("0".repeat(64)), "not a trial");
  mkdirSync(fileOf("1".repeat(64)));
  return { store, job, code };
}

test("trials of other code or removed engines and damaged files are separated from those in use", () => {
  const { store, job } = mixedStore();
  const { current, otherCode, damaged, unknown } = censusOf(store);
  const initials = (files: readonly { path: string }[]) =>
    files.map(({ path }) => path.slice(store.folder.length + 1)[0]);
  expect(initials(current)).toEqual([job.key[0]]);
  expect(initials(otherCode)).toEqual(["b", "d", "e"]);
  expect(initials(damaged)).toEqual(["f"]);
  expect(initials(unknown)).toEqual(["0", "1"]);
});

test("a listing removes nothing and says what would be removed", () => {
  const { store, code } = mixedStore();
  const before = readdirSync(store.folder);
  const lines = linesOf(store.folder, censusOf(store), false);
  expect(lines).toEqual([
    expect.stringMatching(/: 1 trial \(0.0 MB\) of the current code$/),
    `  1 trial (0.0 MB) of other code: sample on wasm, code cccccccccccc`,
    `  1 trial (0.0 MB) of other code: sample on abacus, code ${code.slice(0, 12)}`,
    `  1 trial (0.0 MB) of other code: sample on wasm, code unknown`,
    "  1 damaged file (0.0 MB), set aside",
    "  2 files (0.0 MB) that cannot be read as a trial; left alone",
    "nothing was removed; `npm run prune -- --remove` removes 4 files (0.0 MB)",
  ]);
  expect(readdirSync(store.folder)).toEqual(before);
});

test("pruning removes what nobody asks for, and no trial of the current code", () => {
  const { store, job } = mixedStore();
  const { otherCode, damaged } = censusOf(store);
  removeFiles([...otherCode, ...damaged]);
  expect(store.read(job)?.seed).toBe(1);
  expect(readdirSync(store.folder)).toHaveLength(3);
});

test("training says how many trials are of other code and of other engines", async () => {
  const { store, job } = mixedStore();
  put(store, { ...jobOf(arm, 2, "reference") });
  const lines: string[] = [];
  const jobs = jobsOf([arm], [1], onlyWasm.of);
  expect(jobs).toEqual([job]);
  await trainMissing(jobs, { store: store.folder, workers: 1 }, (line) => lines.push(line));
  expect(lines).toEqual([
    `1 of 1 trials are in ${store.folder}; 0 to train`,
    "3 more come from other code; `npm run prune` lists them",
    "1 more come from other engines (reference)",
  ]);
});
