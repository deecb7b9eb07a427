import { expect, test } from "vitest";
import { measurementOf, median } from "./measurement.ts";

test.each([
  { values: [3], middle: 3 },
  { values: [9, 1, 2], middle: 2 },
  { values: [4, 1, 2, 9], middle: 3 },
])("the median of $values is $middle", ({ values, middle }) => {
  expect(median(values)).toBe(middle);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow("expected at least 1 sample");
});

test("one outlier moves neither the median nor the spread", () => {
  const measurement = measurementOf("update", "ms", [1, 2, 3, 4, 1000]);
  expect(measurement).toEqual({ name: "update", unit: "ms", median: 3, mad: 1, samples: 5 });
});
