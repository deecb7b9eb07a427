import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { vary } from "../language/describe.ts";
import { UsageError } from "../language/usage-error.ts";
import { jobOf } from "../trial/job.ts";
import { openStore } from "../trial/store.ts";
import { openLedger } from "./ledger.ts";
import { digestColumnOf } from "./record/columns.ts";
import { keep, recordOf, small, trained } from "./study.fixture.ts";

const folder = () => mkdtempSync(join(tmpdir(), "gan-repro-ledger-"));
const record = await recordOf(small, { narrow: 3, wide: 2 });
const seedsOf = (trials: readonly { seed: number }[]) => trials.map(({ seed }) => seed);

test("trials of the record count without a store", () => {
  const ledger = openLedger(small, record, openStore(folder()));
  expect(["narrow", "wide", "point"].map(ledger.count)).toEqual([3, 2, 0]);
});

test("trials of a store go on where the record ends, up to the first that is missing", async () => {
  const store = folder();
  const trials = await trained(small, { narrow: 8, wide: 4 });
  keep(store, small, { narrow: trials.narrow.filter(({ seed }) => seed !== 1007), wide: trials.wide.slice(3) });
  const ledger = openLedger(small, record, openStore(store));
  expect(seedsOf(ledger.trials.narrow)).toEqual([1001, 1002, 1003, 1004, 1005, 1006]);
  expect(ledger.count("wide")).toBe(2);
});

test("what has been trained since is taken, if it is ours", async () => {
  const store = folder();
  const ledger = openLedger(small, record, openStore(store));
  keep(store, small, await trained(small, { narrow: 4 }));
  expect(ledger.extend(new Set(["of another source"]))).toBe(false);
  expect(ledger.extend(new Set([jobOf(small.arms.narrow, 1004, "wasm").key]))).toBe(true);
  expect(ledger.count("narrow")).toBe(4);
});

test("a stored trial that is not the recorded one stops everything", async () => {
  const store = folder();
  keep(store, small, await trained(small, { narrow: 3 }));
  const { narrow } = record.arms;
  const digests = digestColumnOf(["1".repeat(64), "2".repeat(64), "3".repeat(64)]);
  const wrong = { ...record, arms: { ...record.arms, narrow: { ...narrow, digests } } };
  const open = () => openLedger(small, wrong, openStore(store));
  expect(open).toThrow(UsageError);
  expect(open).toThrow(/^small, arm "narrow", seed 1001: expected the recorded digest 1{24}, got [0-9a-f]{24} in/);
});

test("an arm whose settings have changed begins anew", () => {
  const changed = { ...small, arms: { ...small.arms, wide: vary(small.arms.wide, { size: 60 } as object) } };
  expect(openLedger(changed, record, openStore(folder())).count("wide")).toBe(0);
});
