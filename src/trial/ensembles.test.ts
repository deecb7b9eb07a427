import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notebook } from "../engine/conformance/arms.ts";
import type { GanArm } from "../language/arm.ts";
import { vary } from "../language/describe.ts";
import { ensemblesOf } from "./ensembles.ts";
import { jobsOf } from "./plan.ts";
import { trainAll } from "./pool.ts";
import { openStore } from "./store.ts";

const arm: GanArm = vary(notebook, {
  schedule: { rounds: 3, discriminatorSteps: 1, batch: 8 },
  record: { metrics: ["wasserstein1"], rounds: [0, 3] },
});
const other = vary(arm, { schedule: { rounds: 2 } });

test("jobs of one arm train side by side, as many as the engine takes", () => {
  const jobs = jobsOf([arm, other], [1, 2, 3], () => "tfjs:cpu");
  const seeds = ensemblesOf(jobs, 2).map((ensemble) => ensemble.map(({ arm, seed }) => [arm.schedule.rounds, seed]));
  expect(seeds).toEqual([[[3, 1], [3, 2]], [[3, 3]], [[2, 1], [2, 2]], [[2, 3]]]); // biome-ignore format: one ensemble each
});

test("an engine of ensembles fills a store like any other, and comes to the same numbers", async () => {
  const store = openStore(mkdtempSync(join(tmpdir(), "ensembles-")));
  const jobs = ["tfjs:cpu", "reference"].flatMap((engine) => jobsOf([arm], [1, 2], () => engine));
  const told: number[] = [];
  await trainAll(jobs, store, { workers: 1, done: ({ seed }) => told.push(seed) });
  const [first, second, firstReference, secondReference] = jobs.map((job) => store.read(job));
  expect(told.sort()).toEqual([1, 1, 2, 2]);
  expect([first?.engine, first?.seed, second?.seed, first?.state]).toEqual(["tfjs:cpu", 1, 2, "trained"]);
  expect(first?.end.wasserstein1).toBeCloseTo(firstReference?.end.wasserstein1 ?? Number.NaN, 5);
  expect(second?.end.wasserstein1).toBeCloseTo(secondReference?.end.wasserstein1 ?? Number.NaN, 5);
  expect(first?.end.wasserstein1).not.toBeCloseTo(second?.end.wasserstein1 ?? Number.NaN, 5);
});
