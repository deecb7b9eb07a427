import { expect, test } from "vitest";
import { levelOfLook, looksUpTo } from "./looks.ts";

test("looks are few, and the cap is the last", () => {
  expect(looksUpTo(1024)).toEqual([16, 64, 256, 1024]);
  expect(looksUpTo(300)).toEqual([16, 64, 256, 300]);
  expect(looksUpTo(128)).toEqual([16, 64, 128]);
  expect(looksUpTo(127)).toEqual([8, 16, 32, 64, 127]);
  expect(looksUpTo(64)).toEqual([8, 16, 32, 64]);
  expect(looksUpTo(14)).toEqual([8, 14]);
  expect(looksUpTo(5)).toEqual([5]);
});

test("the levels of all looks sum to the error", () => {
  for (const cap of [5, 14, 64, 128, 1024]) {
    expect(levelOfLook(cap) * looksUpTo(cap).length).toBeCloseTo(0.05, 15);
    expect(levelOfLook(cap, 0.01) * looksUpTo(cap).length).toBeCloseTo(0.01, 15);
  }
  expect(levelOfLook(64)).toBe(0.0125);
});

test("a cap that is no number of seeds is refused", () => {
  expect(() => looksUpTo(0)).toThrow("expected a positive integer as cap, got 0");
});
