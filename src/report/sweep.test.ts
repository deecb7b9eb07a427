import { expect, test } from "vitest";
import { crossover, sweepsOf, timingName } from "./sweep.ts";

const timing = (seeds: number, engine: string, median: number) => ({
  name: timingName(seeds, engine),
  unit: "µs",
  median,
});

test("sweeps are read from timings, whatever else stands among them", () => {
  const timings = [
    timing(8, "webgpu", 80),
    timing(1, "webgpu", 40),
    { name: "trial of gaussian-1d, notebook", unit: "s", median: 1 },
    timing(1, "wasm, all 2 cores", 9),
  ];
  expect(sweepsOf(timings)).toEqual([
    { engine: "webgpu", points: [{ seeds: 1, microseconds: 40 }, { seeds: 8, microseconds: 10 }] }, // biome-ignore format: a row
    { engine: "wasm, all 2 cores", points: [{ seeds: 1, microseconds: 9 }] },
  ]);
});

test("a crossover lies between the sizes around it, in the logarithms", () => {
  const gpu = (...microseconds: number[]) => ({
    engine: "webgpu",
    points: microseconds.map((value, i) => ({ seeds: 100 ** i, microseconds: value })),
  });
  const wasm = { engine: "wasm", points: [{ seeds: 1, microseconds: 10 }, { seeds: 32, microseconds: 12 }] }; // biome-ignore format: a row
  expect(crossover(gpu(100, 1), wasm)).toBeCloseTo(10, 9); // halfway from 1 to 100
  expect(crossover(gpu(100, 20), wasm)).toBeUndefined();
  expect(crossover(gpu(5, 1), wasm)).toBe(1);
});
