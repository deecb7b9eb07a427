import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { game } from "../experiment/describe.ts";
import { biasGame } from "../games/bias.game.ts";
import { digestOf } from "./digest.ts";
import { consult, jobsOf } from "./plan.ts";
import { DamagedTrialError, openStore, StoreError } from "./store.ts";
import type { Trial } from "./trial.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const outcome = {
  state: "trained" as const,
  rounds: Float64Array.of(0, 5, 10),
  curves: { distance: Float64Array.of(3, 2, 1) },
  end: { distance: 1, settledAfter: Number.POSITIVE_INFINITY },
  arrays: { trajectory: { shape: [2, 2], data: Float64Array.of(-3, 0, -2, 0.5) } },
};
const trial: Trial = { arm, seed: 7, engine: "wasm", ...outcome, digest: digestOf(7, outcome), seconds: 0.25 };
const folder = () => mkdtempSync(join(tmpdir(), "gan-repro-store-"));

test("a stored trial is read back whole", () => {
  const store = openStore(folder());
  store.write("key", trial);
  expect(store.read("key")).toEqual(trial);
  expect(store.read("other")).toBeUndefined();
});

test("nothing half-written is left behind", () => {
  const store = openStore(folder());
  store.write("key", trial);
  expect(readdirSync(store.folder)).toEqual(["key.safetensors"]);
});

test("a damaged byte is reported with the file's name", () => {
  const store = openStore(folder());
  store.write("key", trial);
  const file = join(store.folder, "key.safetensors");
  const bytes = readFileSync(file);
  bytes[bytes.length - 3] ^= 1;
  writeFileSync(file, bytes);
  expect(() => store.read("key")).toThrow(DamagedTrialError);
  expect(() => store.read("key")).toThrow(
    /key\.safetensors is damaged: expected SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}/,
  );
});

test("a damaged trial is removed and counts as missing", () => {
  const store = openStore(folder());
  const [job] = jobsOf([arm], [7], () => "wasm");
  store.write(job.key, trial);
  writeFileSync(join(store.folder, `${job.key}.safetensors`), "not a trial");
  const lines: string[] = [];
  expect(consult(store, [job], (line) => lines.push(line)).missing).toEqual([job]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("it is trained again");
  expect(store.read(job.key)).toBeUndefined();
});

test("a folder that cannot be written to is one clear line", () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  expect(() => openStore(join(file, "store"))).toThrow(StoreError);
  expect(() => openStore(join(file, "store"))).toThrow(
    /expected a folder to write trials to, got .*; choose another with --store/,
  );
});
