import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game, vary } from "../language/describe.ts";
import { digestOf } from "./digest.ts";
import { jobOf } from "./job.ts";
import { missingIn } from "./plan.ts";
import { decodeTensors, encodeTensors } from "./safetensors.ts";
import { DamagedTrialError, openStore, type Store, StoreError } from "./store.ts";
import { temporaryName } from "./temporary.ts";
import type { NdArray, Trial } from "./trial.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const outcome = {
  state: "trained" as const,
  rounds: Float64Array.of(0, 5, 10),
  curves: { distance: Float64Array.of(3, 2, 1) },
  end: { distance: 1, settledAfter: Number.POSITIVE_INFINITY },
  arrays: { trajectory: { shape: [2, 2], data: Float64Array.of(-3, 0, -2, 0.5) } },
};
const trialOf = (seed: number): Trial => ({
  arm,
  seed,
  engine: "wasm",
  ...outcome,
  digest: digestOf(seed, outcome),
  seconds: 0.25,
});
const [trial, job] = [trialOf(7), jobOf(arm, 7, "wasm")];

const folder = () => mkdtempSync(join(tmpdir(), "gan-repro-store-"));
const fileOf = (store: Store, { key } = job) => join(store.folder, `${key}.safetensors`);
const filled = () => {
  const store = openStore(folder());
  store.write(job, trial);
  return store;
};
/** What is missing, and the lines that were reported. */
const consult = (store: Store, jobs = [job]) => {
  const lines: string[] = [];
  return { missing: missingIn(store, jobs, (line) => lines.push(line)), lines };
};

test("a stored trial is read back whole", () => {
  const store = filled();
  expect(store.read(job)).toEqual(trial);
  expect(store.read(jobOf(arm, 8, "wasm"))).toBeUndefined();
});

test("nothing half-written is left behind", () => {
  expect(readdirSync(filled().folder)).toEqual([`${job.key}.safetensors`]);
});

test("a damaged byte is reported with the file's name", () => {
  const store = filled();
  const bytes = readFileSync(fileOf(store));
  bytes[bytes.length - 3] ^= 1;
  writeFileSync(fileOf(store), bytes);
  expect(() => store.read(job)).toThrow(DamagedTrialError);
  expect(() => store.read(job)).toThrow(/\.safetensors is damaged: expected SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}/);
});

test("a damaged trial is set aside and counts as missing", () => {
  const store = filled();
  writeFileSync(fileOf(store), "not a trial");
  const { missing, lines } = consult(store);
  expect(missing).toEqual([job]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`; set aside as .*${job.key}.damaged, and will be retrained$`));
  expect(readFileSync(join(store.folder, `${job.key}.damaged`), "utf8")).toBe("not a trial");
  expect(store.read(job)).toBeUndefined();
});

test.each([
  { what: "seed", wanted: jobOf(arm, 4, "wasm"), says: "holds seed 7 of its arm, expected seed 4" },
  {
    what: "arm",
    wanted: jobOf(vary(arm, { method: "gradient-descent" as const }), 7, "wasm"),
    says: 'holds seed 7 of another arm: expected method "gradient-descent", got "extragradient"',
  },
  {
    what: "engine",
    wanted: { ...jobOf(arm, 7, "reference"), code: job.code },
    says: "holds a trial of the engine wasm, expected reference",
  },
  {
    what: "code",
    wanted: { ...job, key: "f".repeat(64), code: "e".repeat(64) },
    says: "holds a trial of the code",
  },
])("a trial of another $what under this trial's name is not believed", ({ wanted, says }) => {
  const store = filled();
  copyFileSync(fileOf(store), fileOf(store, wanted));
  expect(() => store.read(wanted)).toThrow(DamagedTrialError);
  const { missing, lines } = consult(store, [job, wanted]);
  expect(missing).toEqual([wanted]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`${wanted.key}.safetensors ${says}`);
});

/** The stored trial with other metadata or arrays, and a checksum that fits. */
const forged = (change: { metadata?: Record<string, string>; arrays?: Record<string, NdArray> }) => {
  const store = filled();
  const { metadata, arrays } = decodeTensors(readFileSync(fileOf(store)));
  writeFileSync(
    fileOf(store),
    encodeTensors({ metadata: { ...metadata, ...change.metadata }, arrays: { ...arrays, ...change.arrays } }),
  );
  return store;
};

test.each([
  [{ metadata: { state: "splendid" } }, /state: Invalid option: expected one of "trained"\|"diverged"\|"dead"/],
  [{ metadata: { seconds: "Infinity" } }, "seconds: expected a decimal number"],
  [{ metadata: { seed: "0" } }, "seed: Too small"],
  [{ metadata: { format: "gan-repro trial 1" } }, 'expected the format "gan-repro trial 2", got "gan-repro trial 1"'],
  [
    { arrays: { rounds: { shape: [3], data: Float32Array.of(0, 5, 10) } } },
    "expected one-dimensional float64 of rounds, got Float32Array [3]",
  ],
  [
    { arrays: { "curve/distance": { shape: [2], data: Float64Array.of(3, 2) } } },
    "expected 3 float64 of curve/distance, got Float64Array [2]",
  ],
  [
    { arrays: { "end/distance": { shape: [2], data: Float64Array.of(3, 2) } } },
    "expected 1 float64 of end/distance, got Float64Array [2]",
  ],
  [{ arrays: { "end/distance": { shape: [], data: Float64Array.of(3) } } }, "expected the digest"],
])("a trial with a sound checksum and impossible content is damaged: %j", (change, says) => {
  const store = forged(change);
  expect(() => store.read(job)).toThrow(says);
  expect(() => store.read(job)).toThrow(DamagedTrialError);
});

test("a trial that cannot be read is no damaged trial: one clear line, and nothing is removed", () => {
  const store = openStore(folder());
  symlinkSync(fileOf(store), fileOf(store)); // ELOOP, as EMFILE, EIO and EACCES an error of the file system
  expect(() => consult(store)).toThrow(StoreError);
  expect(() => consult(store)).toThrow(
    /^expected to read .*, got ELOOP: .*; nothing was removed: once it can be read \(or is gone\), rerun the same command/,
  );
  expect(readdirSync(store.folder)).toEqual([`${job.key}.safetensors`]);
});

test("a folder in a trial's place is one clear line", () => {
  const store = openStore(folder());
  mkdirSync(fileOf(store));
  expect(() => consult(store)).toThrow(StoreError);
  expect(() => consult(store)).toThrow(/^expected to read .*\.safetensors, got EISDIR/);
});

test("a trial that cannot be put in its place is one clear line, and leaves no fragment", () => {
  const store = openStore(folder());
  mkdirSync(fileOf(store));
  expect(() => store.write(job, trial)).toThrow(StoreError);
  expect(() => store.write(job, trial)).toThrow(/every finished trial is kept$/);
  expect(readdirSync(store.folder)).toEqual([`${job.key}.safetensors`]);
});

test.skipIf(!existsSync("/dev/full"))("a full disk says to free some space, and leaves no fragment", () => {
  const store = openStore(folder());
  const temporary = join(store.folder, temporaryName(`${job.key}.safetensors`));
  const fill = () => symlinkSync("/dev/full", temporary);
  fill();
  expect(() => store.write(job, trial)).toThrow(StoreError);
  fill();
  expect(() => store.write(job, trial)).toThrow(
    /got ENOSPC: .*; free some space and rerun the same command to resume: every finished trial is kept$/,
  );
  expect(readdirSync(store.folder)).toEqual([]);
});

test("what a killed process left half-written is removed, what a living one writes is not", () => {
  const store = openStore(folder());
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const [left, living] = [temporaryName("a.safetensors", dead), temporaryName("b.safetensors", process.ppid)];
  const elsewhere = "c.safetensors.1-0@another-host.tmp";
  for (const name of [left, living, elsewhere]) writeFileSync(join(store.folder, name), "half");
  store.prepareToWrite();
  expect(readdirSync(store.folder).sort()).toEqual([living, elsewhere].sort());
});

test("a complete store that cannot be written to is read", () => {
  const { folder } = filled();
  chmodSync(folder, 0o555);
  // Root may write anywhere, so it becomes nobody first.
  const reader = `
    const { openStore } = await import("./src/trial/store.ts");
    if (process.getuid?.() === 0) process.setuid(65534);
    console.log(openStore(${JSON.stringify(folder)}).read(${JSON.stringify(job)}).digest);
  `;
  const child = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", reader]);
  expect(`${child.stdout}${child.stderr}`).toBe(`${trial.digest}\n`);
});

test("a store that is not there is empty, and is made when something is written", () => {
  const store = openStore(join(folder(), "new", "store"));
  expect(consult(store).missing).toEqual([job]);
  expect(existsSync(store.folder)).toBe(false);
  store.write(job, trial);
  expect(store.read(job)).toEqual(trial);
});

test("a file in the store's place is one clear line", () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  for (const path of [file, join(file, "store")]) {
    expect(() => openStore(path)).toThrow(StoreError);
    expect(() => openStore(path)).toThrow(/expected a folder to write trials to, got .*; choose another with --store/);
  }
  const dangling = join(folder(), "dangling");
  symlinkSync(join(folder(), "gone", "for", "good"), dangling);
  expect(() => openStore(dangling).prepareToWrite()).toThrow(StoreError);
  rmSync(file);
});
