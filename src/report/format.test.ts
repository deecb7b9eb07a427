import { expect, test } from "vitest";
import { countOf, formatDate, formatNumber, formatRate, withUnit, wordsOf } from "./format.ts";

test.each([
  [0, "0"],
  [0.05, "0.05"],
  [-0.31234, "−0.312"],
  [12345.6, "12,346"],
  [4.1e-7, "4.1×10⁻⁷"],
  [1e-6, "10⁻⁶"],
  [-2.5e12, "−2.5×10¹²"],
  [null, "not finite"],
])("%s is printed as %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("a rate has two digits, or as many as tell it from the other", () => {
  expect(formatRate(0.794, 0.75)).toBe("0.79");
  expect(formatRate(0.7503, 0.75)).toBe("0.7503");
  expect(formatRate(0.75, 0.75)).toBe("0.75");
});

test("one is not plural", () => {
  expect([countOf(1, "claim"), countOf(1200, "claim")]).toEqual(["1 claim", "1,200 claims"]);
});

test("dates do not depend on where they are printed", () => {
  expect(formatDate("2026-11-22T02:15:00.000Z")).toBe("22 November 2026, 02:15 UTC");
});

test("value and unit stay on one line", () => {
  expect(withUnit(34.25, "µs")).toBe("34.3\u00a0µs");
  expect(withUnit(2, "")).toBe("2");
});

test("names become words", () => {
  expect(wordsOf("meanDistance")).toBe("mean distance");
  expect(wordsOf("wasserstein1")).toBe("wasserstein1");
});
