import { expect, test } from "vitest";
import { timingName } from "../report/timing-name.ts";
import { rooflineOf } from "./roofline.ts";

const counts = { flops: 400_000, instructions: 20_000, workgroupBytes: 1e6, globalBytes: 8000, barriers: 5 };
const timing = (seeds: number, engine: string, median: number) =>
  ({ kind: "update", engine, cores: 1, seeds, unit: "µs", median, mad: median / 10, samples: 5 }) as const;

test("rates are counts over the least time a seed", () => {
  const rates = rooflineOf([timing(1, "webgpu", 20), timing(64, "webgpu", 128), timing(8, "wasm", 9)], counts);
  // 64 seeds in 128 µs: 2 µs a seed
  expect(rates.map((rate) => [timingName(rate), rate.unit, rate.median])).toEqual([
    ["useful arithmetic of webgpu at 64 seeds", "GFLOP/s", 200],
    ["warp instructions of webgpu at 64 seeds", "10⁹/s", 10],
    ["traffic of workgroup memory of webgpu at 64 seeds", "GB/s", 500],
    ["traffic of the card's memory of webgpu at 64 seeds", "GB/s", 4],
  ]);
  expect(rates[0].mad).toBeCloseTo(20, 9);
});

test("without a sweep of webgpu there are none", () => {
  expect(rooflineOf([timing(8, "wasm", 9)], counts)).toEqual([]);
});
