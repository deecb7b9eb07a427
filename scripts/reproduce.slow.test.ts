import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readResults } from "../src/report/results.ts";
import { columnOf, numbersOf } from "../src/study/record/columns.ts";
import { readRecord, recordFile, type StudyRecord, writeRecord } from "../src/study/record/record.ts";
import { copiedSuite } from "./copied-suite.ts";

const { folder, run } = copiedSuite();
const baselines = join(folder, "baselines");
/** Claims that need few seeds, of few arms. */
const claims = "bias-game/margins-matter bias-game/threshold-is-idle";
const reproduce = (options: string) => run(`npx tsx scripts/reproduce.ts ${options}`);
const results = () => readResults(join(folder, "reports/results.json"));
const trials = () => readdirSync(join(folder, ".trials"));

let decided: Awaited<ReturnType<typeof run>>;
beforeAll(async () => {
  decided = await run(`npx tsx scripts/decide.ts ${claims}`);
  expect(decided.exitCode, decided.all).toBe(0);
});

test("decide trains seeds from 1001 on until a claim is decided, and says what is open", () => {
  const { decisions, arms, runs } = readRecord(baselines, "bias-game");
  expect(decisions["bias-game/margins-matter"].verdict).toBe("reproduced");
  expect(runs).toHaveLength(1);
  expect(Object.values(arms).reduce((sum, { count }) => sum + count, 0)).toBe(runs[0].trials);
  expect(decided.stdout).toMatch(/^bias-game: \d+ of \d+ claims decided$/m);
  expect(decided.stdout).toContain("open after 0 seeds");
});

test("what is decided is not decided again", async () => {
  const before = readFileSync(recordFile(baselines, "bias-game"), "utf8");
  const { exitCode } = await run(`npx tsx scripts/decide.ts ${claims}`);
  expect(exitCode).toBe(0);
  expect(readFileSync(recordFile(baselines, "bias-game"), "utf8")).toBe(before);
});

test("reproduce trains a claim's trials again, finds them identical, and reports", async () => {
  const stored = trials();
  const { exitCode, stdout, stderr, all } = await reproduce(`${claims} --draw one`);
  expect(exitCode, all).toBe(0);
  expect(stderr).toMatch(/training up to (\d+) of \1 recorded trials again, drawn as "one"/);
  expect(stdout).toContain("report: reports/index.html");
  const { audit, timings, figures, engine } = results();
  expect(audit.filter(({ rerun }) => rerun > 0).length).toBeGreaterThan(1);
  expect(audit.every(({ recorded, rerun, identical }) => recorded === rerun && rerun === identical)).toBe(true);
  expect(timings.some(({ kind }) => kind === "update")).toBe(true);
  expect(figures.every(({ path }) => existsSync(join(folder, "reports", path)))).toBe(true);
  expect(engine).toBe("wasm");
  for (const page of ["index.html", "bias-game.html"]) expect(existsSync(join(folder, "reports", page))).toBe(true);
  // The audit believes no stored trial, and leaves none.
  expect(trials()).toEqual(stored);
});

/** Reproduces with another record, and puts the sound one back. */
async function withRecord(change: (record: StudyRecord) => StudyRecord, options = claims) {
  const sound = readRecord(baselines, "bias-game");
  writeRecord(baselines, change(sound));
  try {
    return await reproduce(options);
  } finally {
    writeRecord(baselines, sound);
  }
}

test("a wrong bit in the record is status 1, and named", async () => {
  const { exitCode, stderr } = await withRecord((record) => {
    const [name, kept] = Object.entries(record.arms)[0];
    const values = [...numbersOf(kept.end.distance, kept.count)];
    values[0] += 1;
    return {
      ...record,
      arms: { ...record.arms, [name]: { ...kept, end: { ...kept.end, distance: columnOf(values) } } },
    };
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/failure: bias-game, arm "[^"]+", seed 1001: expected distance at the end to be/);
});

test("a wrong decision in the record is status 1, and found in the record alone", async () => {
  const id = "bias-game/margins-matter";
  const { exitCode, stderr } = await withRecord((record) => ({
    ...record,
    decisions: { ...record.decisions, [id]: { ...record.decisions[id], verdict: "contradicted" } },
  }));
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`failure: ${id}: expected the decision that the recorded trials give, reproduced after`);
});

test("a damaged record is one clear line and status 2", async () => {
  const file = recordFile(baselines, "bias-game");
  const sound = readFileSync(file, "utf8");
  writeFileSync(file, sound.slice(0, -100));
  for (const script of ["reproduce", "decide"]) {
    const { exitCode, stderr } = await run(`npx tsx scripts/${script}.ts bias-game`);
    expect(exitCode, script).toBe(2);
    expect(stderr).toMatch(/^error: expected the record of bias-game in [^\n]*; restore it with git checkout$/);
  }
  writeFileSync(file, sound);
});

test("a damaged results.json is one clear line and status 2", async () => {
  const file = join(folder, "reports/results.json");
  const sound = readFileSync(file, "utf8");
  writeFileSync(file, sound.replace('"verdict": "', '"verdict": "un'));
  const { exitCode, stderr } = await run("npx tsx scripts/report.ts");
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/results\.json: expected .*; `npm run reproduce` writes a new one$/);
  writeFileSync(file, sound);
  expect((await run("npx tsx scripts/report.ts")).exitCode).toBe(0);
});
