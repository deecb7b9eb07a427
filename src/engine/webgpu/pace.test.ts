import { expect, test } from "vitest";
import { longestDispatch, Pace } from "./pace.ts";

test("starts so that a slow card stays far below half a second", () => {
  const pace = new Pace(1024, false);
  expect(pace.updates).toBe(9);
  expect(pace.seeds).toBe(1024);
});

test("goes as far as a tenth of a second, eight times as far as before at most", () => {
  const pace = new Pace(1024, false);
  const before = pace.updates;
  pace.measured(100, 1e-9);
  expect(pace.updates).toBe(Math.floor(0.1 / (1024e-5 / 8)));
  expect(pace.updates).toBeLessThanOrEqual(8 * (before + 1));
  pace.measured(1000, 1);
  expect(pace.updates).toBe(100);
  for (let i = 0; i < 9; i++) pace.measured(1000, 1e-9);
  expect(pace.updates).toBe(longestDispatch);
});

test("shares the seeds out where one update of all takes too long", () => {
  const pace = new Pace(1000, true);
  pace.measured(1, 10);
  expect(pace.updates).toBe(1);
  expect(pace.seeds).toBe(10);
});

test("learns nothing where nothing was done", () => {
  const pace = new Pace(10, false);
  const before = pace.updates;
  pace.measured(0, 5);
  expect(pace.updates).toBe(before);
});
