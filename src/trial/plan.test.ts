import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game, vary } from "../language/describe.ts";
import { jobOf } from "./job.ts";
import { estimatedSeconds } from "./kinds.ts";
import { jobsOf, shardOf } from "./plan.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10_000, start: [-3, 0] });
const short = vary(arm, { iterations: 10 });

test("arms that are equal are trained once, the longest first", () => {
  const jobs = jobsOf([short, arm, vary(arm, {})], [1, 2], () => "wasm");
  expect(jobs.map((job) => [job.arm.kind === "game" && job.arm.iterations, job.seed])).toEqual([
    [10_000, 1],
    [10_000, 2],
    [10, 1],
    [10, 2],
  ]);
});

test("shards part the jobs without loss", () => {
  const jobs = jobsOf([arm, short], [1, 2, 3, 4, 5], () => "wasm");
  const shards = [1, 2, 3].map((index) => shardOf(jobs, { index, count: 3 }));
  expect(
    shards
      .flat()
      .map(({ key }) => key)
      .sort(),
  ).toEqual(jobs.map(({ key }) => key).sort());
  expect(shards.map((shard) => shard.length)).toEqual([4, 3, 3]);
});

test("a key depends on arm, seed and engine, not on the order of settings", () => {
  const reordered = Object.fromEntries(Object.entries(arm).reverse()) as unknown as typeof arm;
  expect(jobOf(reordered, 1, "wasm").key).toBe(jobOf(arm, 1, "wasm").key);
  const others = [jobOf(short, 1, "wasm").key, jobOf(arm, 2, "wasm").key, jobOf(arm, 1, "reference").key];
  expect(new Set([jobOf(arm, 1, "wasm").key, ...others]).size).toBe(4);
});

test("extragradient is expected to take twice as long as gradient descent", () => {
  expect(estimatedSeconds(arm)).toBeCloseTo(
    2 * estimatedSeconds(vary(arm, { method: "gradient-descent" as const })),
    12,
  );
});
