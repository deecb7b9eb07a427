import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { execa } from "execa";
import { expect, test } from "vitest";
import { arms } from "../specs/bias-game/arms.ts";
import { decodeTensors } from "../src/trial/safetensors.ts";

const count = Object.keys(arms).length;
const folder = () => mkdtempSync(join(tmpdir(), "gan-repro-train-"));
const train = (...options: string[]) =>
  execa("node", ["--import", "tsx", "scripts/train.ts", "bias-game", ...options], { reject: false, detached: true });

/** File → digest of the trial in it. */
const digests = (store: string) =>
  Object.fromEntries(
    stored(store).map((file) => [file, decodeTensors(readFileSync(join(store, file))).metadata.digest]),
  );
const stored = (store: string) =>
  readdirSync(store)
    .filter((file) => file.endsWith(".safetensors"))
    .sort();

test("killed with SIGKILL and started again, training ends with the same digests and repeats only what was in flight", async () => {
  const [interrupted, whole] = [folder(), folder()];
  const victim = train("--seeds", "2", "--store", interrupted);
  while (stored(interrupted).length < 5 && victim.exitCode === null) await setTimeout(5);
  process.kill(-victim.pid!, "SIGKILL");
  await victim;

  const survivors = stored(interrupted);
  const before = new Map(survivors.map((file) => [file, statSync(join(interrupted, file)).mtimeMs]));
  const all = 2 * count;
  expect(survivors.length).toBeGreaterThanOrEqual(5);
  expect(survivors.length).toBeLessThan(all);

  const again = await train("--seeds", "2", "--store", interrupted);
  expect(again.exitCode).toBe(0);
  expect(again.stderr).toContain(
    `${survivors.length} of ${all} trials are in ${interrupted}; ${all - survivors.length} to train`,
  );
  for (const file of survivors) expect(statSync(join(interrupted, file)).mtimeMs).toBe(before.get(file));

  await train("--seeds", "2", "--store", whole);
  expect(digests(interrupted)).toEqual(digests(whole));
});

test("one worker and two, one shard and three, give the same digests", async () => {
  const [one, two, shards] = [folder(), folder(), folder()];
  await train("--seeds", "1", "--workers", "1", "--store", one);
  await train("--seeds", "1", "--workers", "2", "--store", two);
  for (const shard of ["1/3", "2/3", "3/3"]) await train("--seeds", "1", "--shard", shard, "--store", shards);
  expect(digests(two)).toEqual(digests(one));
  expect(digests(shards)).toEqual(digests(one));
  expect(Object.keys(digests(one))).toHaveLength(count);
});

test("a damaged trial is reported and retrained", async () => {
  const store = folder();
  await train("--seeds", "1", "--store", store);
  const sound = digests(store);
  const file = join(store, stored(store)[0]);
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(file, bytes);
  const { exitCode, stderr } = await train("--seeds", "1", "--store", store);
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`${file} is damaged: expected SHA-256`);
  expect(stderr).toContain("and will be retrained");
  expect(digests(store)).toEqual(sound);
});
