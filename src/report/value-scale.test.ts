import { expect, test } from "vitest";
import { valueScale } from "./value-scale.ts";

test("values of one size are on a linear scale within the drawing", () => {
  const scale = valueScale([0.1, 0.2, 0.4])!;
  expect(scale.kind).toBe("linear");
  expect(scale.at(0.1)).toBeGreaterThanOrEqual(4);
  expect(scale.at(0.4)).toBeLessThanOrEqual(96);
});

test("positive values over more than two powers of ten are on a logarithmic one", () => {
  expect(valueScale([1e-6, 1])!.kind).toBe("logarithmic");
  expect(valueScale([0, 1e-6, 1])!.kind).toBe("linear");
  expect(valueScale([0.01, 1])!.kind).toBe("linear");
});

test("logarithmic ticks are powers of ten", () => {
  expect(valueScale([1e-6, 1])!.ticks.map(({ name }) => name)).toEqual(["10⁻⁶", "10⁻⁴", "0.01", "1"]);
});

test("neighbouring ticks have different names", () => {
  const names = valueScale([-1.0501, -1.0302])!.ticks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("equal values stand in the middle", () => {
  expect(valueScale([3, 3])!.at(3)).toBeCloseTo(50, 0);
});

test.each([
  [[1e308, -1e308]],
  [[5e-324, 1.7e308]],
  [[5e-324, 1e-320]],
  [[1, 1 + Number.EPSILON]],
  [[1e150, 1e150 * (1 + Number.EPSILON)]],
])("%j has a scale, and every value stands within the drawing", (values) => {
  const { at, ticks } = valueScale(values)!;
  for (const place of [...values.map(at), ...ticks.map((tick) => tick.at)]) {
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(100);
  }
});

test("what is not finite is left out; nothing finite, no scale", () => {
  expect(valueScale([null, 2, 3])!.kind).toBe("linear");
  expect(valueScale([null])).toBeUndefined();
});
