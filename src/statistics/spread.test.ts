import { expect, test } from "vitest";
import { spreadOf } from "./spread.ts";

test("one outlier moves neither the median nor the spread", () => {
  expect(spreadOf([1, 2, 3, 4, 1000])).toEqual({ median: 3, mad: 1, samples: 5 });
});

test("there is no spread of nothing", () => {
  expect(() => spreadOf([])).toThrow("expected at least one value, got none");
});
