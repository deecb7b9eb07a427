import { expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { changePoints } from "./change-point.ts";

/** A series around levels, each with as many values as it says, with noise of ±2 %. */
function series(...levels: readonly (readonly [level: number, length: number])[]): number[] {
  const noise = stream(1, "noise of runs").uniforms(200);
  return levels
    .flatMap(([level, length]) => Array<number>(length).fill(level))
    .map((x, i) => x * (0.98 + 0.04 * noise[i]));
}

test("a step is found where it is, with its size", () => {
  const [step, ...others] = changePoints(series([10, 8], [11.5, 7]));
  expect(others).toEqual([]);
  expect(step.at).toBe(8);
  expect(step.ratio).toBeGreaterThan(1.12);
  expect(step.ratio).toBeLessThan(1.18);
  expect(step.p).toBeLessThan(0.01);
});

test("two steps are two", () => {
  expect(changePoints(series([10, 10], [12, 10], [9, 10])).map(({ at }) => at)).toEqual([10, 20]);
});

test("a level series has none, and neither has one that is too short to tell", () => {
  expect(changePoints(series([10, 40]))).toEqual([]);
  expect(changePoints([10, 10, 20, 20])).toEqual([]);
  expect(changePoints([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])).toEqual([]);
  expect(changePoints([])).toEqual([]);
});
