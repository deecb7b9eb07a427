import { expect, test } from "vitest";
import { measuredAt } from "./fixture.ts";
import { growthsOf } from "./scaling.ts";

const point = (name: string, median: number) =>
  measuredAt(median, { suite: "scaling", group: "time against seeds", name });

test("sizes are in order, and the exponent is that of the two largest", () => {
  const [growth] = growthsOf({ measurements: [point("64", 80), point("1", 5), point("16", 20), measuredAt(1)] });
  expect(growth).toMatchObject({ of: "time against seeds", unit: "ms", sizes: [1, 16, 64], medians: [5, 20, 80] });
  expect(growth.exponent).toBeCloseTo(1, 12);
});

test("one size alone does not grow", () => {
  expect(growthsOf({ measurements: [point("64", 80)] })).toEqual([]);
});
