import { expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { ratioOfMedians } from "./ratio.ts";

const noise = stream(1, "noise of a machine").uniforms(40);

test("the ratio of medians lies in its interval", () => {
  const below = Array.from({ length: 20 }, (_, round) => 1 + 0.1 * noise[round]);
  const above = Array.from({ length: 20 }, (_, round) => 2 + 0.2 * noise[20 + round]);
  const { ratio, interval, rounds } = ratioOfMedians(above, below);
  expect(rounds).toBe(20);
  expect(ratio).toBeGreaterThan(1.9);
  expect(ratio).toBeLessThan(2.1);
  expect(interval[0]).toBeLessThanOrEqual(ratio);
  expect(interval[1]).toBeGreaterThanOrEqual(ratio);
});

test("rounds stay together: a disturbance that both share widens no interval", () => {
  const below = Array.from({ length: 20 }, (_, round) => 1 + 3 * noise[round]);
  const above = below.map((value) => 1.2 * value);
  const { ratio, interval } = ratioOfMedians(above, below);
  expect(ratio).toBeCloseTo(1.2, 12);
  expect(interval[0]).toBeCloseTo(1.2, 12);
  expect(interval[1]).toBeCloseTo(1.2, 12);
});

test("equal rounds give an equal interval: the resampling is seeded", () => {
  const values = [...noise].slice(0, 10);
  expect(ratioOfMedians(values, values.toReversed())).toEqual(ratioOfMedians(values, values.toReversed()));
});

test("unequal numbers of rounds are an error", () => {
  expect(() => ratioOfMedians([1, 2], [1])).toThrow("expected two values for each of one or more rounds, got 2 and 1");
  expect(() => ratioOfMedians([], [])).toThrow("got 0 and 0");
});
