import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { readResults } from "../src/report/results.ts";

const folder = mkdtempSync(join(tmpdir(), "gan-repro-reproduce-"));
const [out, store] = [join(folder, "reports"), join(folder, "store")];
const command = (script: string, ...options: string[]) =>
  execa("node", ["--import", "tsx", `scripts/${script}.ts`, ...options], { reject: false });
const reproduce = (...options: string[]) =>
  command("reproduce", "bias-game", "--seeds", "2", "--out", out, "--store", store, ...options);

let first: Awaited<ReturnType<typeof reproduce>>;
beforeAll(async () => {
  first = await reproduce();
});

test("trains, judges, draws and reports", () => {
  expect(first.exitCode, first.stderr).toBe(0);
  expect(first.stdout).toContain("bias-game/generator-shifts-by-minus-one");
  expect(first.stdout).toContain(`report: ${join(out, "index.html")}`);
  const { claims, arms, figures, timings, digests, engine } = readResults(join(out, "results.json")).results;
  expect(claims.every((claim) => claim.kind === "exact" || (claim.kind === "rate" && claim.seeds === 2))).toBe(true);
  expect(claims.every((claim) => claim.kind !== "not judged" && claim.control.verdict !== "reproduced")).toBe(true);
  expect(arms.length).toBeGreaterThan(100);
  expect(figures.every(({ path }) => existsSync(join(out, path)))).toBe(true);
  expect(timings.some(({ kind }) => kind === "update")).toBe(true);
  expect(digests.map(({ arm }) => arm)).toContain("extragradient, 0.1");
  expect(engine).toBe("wasm");
  for (const page of ["index.html", "bias-game.html"]) expect(existsSync(join(out, page))).toBe(true);
});

test("a second run takes every trial from the store and finds the same", async () => {
  const { results: before } = readResults(join(out, "results.json"));
  const second = await reproduce();
  expect(second.stderr).toContain("; 0 to train");
  const { results: after } = readResults(join(out, "results.json"));
  expect(after.claims).toEqual(before.claims);
  expect(after.digests).toEqual(before.digests);
});

test("other seeds are tried under the same rule, and are compared with no digest and no figure", async () => {
  const { exitCode, stderr } = await reproduce("--seeds", "3..4");
  expect(exitCode, stderr).toBe(0);
  expect(stderr).not.toContain("digest");
  const { firstSeed, claims, figures } = readResults(join(out, "results.json")).results;
  expect(firstSeed).toBe(3);
  expect(claims.every((claim) => claim.kind === "exact" || (claim.kind === "rate" && claim.seeds === 2))).toBe(true);
  expect(figures.every(({ status }) => status === "not compared")).toBe(true);
});

test("a damaged results.json is one clear line and status 2", async () => {
  const file = join(out, "results.json");
  const sound = readFileSync(file, "utf8");
  writeFileSync(file, sound.replace('"verdict": "', '"verdict": "un'));
  const { exitCode, stderr } = await command("report", "--out", out);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /results\.json: expected .*"reproduced" \| .* at claims\[0\]\.verdict; `npm run reproduce` writes a new one$/,
  );
  writeFileSync(file, sound);
  expect((await command("report", "--out", out)).exitCode).toBe(0);
});
