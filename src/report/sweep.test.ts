import { expect, test } from "vitest";
import type { Timing } from "./results.ts";
import { crossover, sweepsOf } from "./sweep.ts";

const spread = { mad: 0, samples: 3 };
const update = (seeds: number, engine: string, median: number, cores = 1): Timing => ({
  ...{ kind: "update", engine, cores, seeds, unit: "µs", median },
  ...spread,
});

test("sweeps are gathered from timings, whatever else stands among them", () => {
  const timings: Timing[] = [
    update(8, "webgpu", 80),
    update(1, "webgpu", 40),
    { kind: "trial", source: "gaussian-1d", arm: "notebook", unit: "s", median: 1, ...spread },
    update(1, "wasm", 9),
    update(64, "wasm", 128, 2),
  ];
  expect(sweepsOf(timings)).toEqual([
    { engine: "webgpu", cores: 1, points: [{ seeds: 1, microseconds: 40 }, { seeds: 8, microseconds: 10 }] }, // biome-ignore format: a row
    { engine: "wasm", cores: 1, points: [{ seeds: 1, microseconds: 9 }] },
    { engine: "wasm", cores: 2, points: [{ seeds: 64, microseconds: 2 }] },
  ]);
});

test("a crossover lies between the sizes around it, in the logarithms", () => {
  const gpu = (...microseconds: number[]) => ({
    engine: "webgpu",
    cores: 1,
    points: microseconds.map((value, i) => ({ seeds: 100 ** i, microseconds: value })),
  });
  const wasm = { engine: "wasm", cores: 1, points: [{ seeds: 1, microseconds: 10 }, { seeds: 32, microseconds: 12 }] }; // biome-ignore format: a row
  expect(crossover(gpu(100, 1), wasm)).toBeCloseTo(10, 9); // halfway from 1 to 100
  expect(crossover(gpu(100, 20), wasm)).toBeUndefined();
  expect(crossover(gpu(5, 1), wasm)).toBe(1);
});
