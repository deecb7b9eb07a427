import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SampleArm } from "../language/arm.ts";
import { normal } from "../language/describe.ts";
import { jobsOf } from "./plan.ts";
import { trainAll } from "./pool.ts";
import { openStore } from "./store.ts";

const arm: SampleArm = { kind: "sample", data: normal({ mean: 0, sd: 1 }), size: 10, stream: "a", metrics: ["sd"] };

test("jobs start in their order, the longest first, and all are stored", async () => {
  const store = openStore(mkdtempSync(join(tmpdir(), "gan-repro-pool-")));
  const jobs = jobsOf([arm], [1, 2, 3, 4, 5, 6, 7], () => "wasm");
  const order: number[] = [];
  await trainAll(jobs, store, { workers: 1, done: ({ seed }) => order.push(seed) });
  expect(order).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(jobs.every((job) => store.read(job) !== undefined)).toBe(true);
});
