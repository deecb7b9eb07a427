import { expect, test } from "vitest";
import { affine } from "./affine.ts";

test("rounds the product before the sum", () => {
  const [scale, shift, x] = [Math.fround(0.1), Math.fround(0.3), 84 / 64];
  const roundedOnce = Math.fround(shift + scale * x);
  const roundedTwice = Math.fround(shift + Math.fround(scale * x));
  expect(roundedTwice).not.toBe(roundedOnce); // a case that tells the two apart
  expect(affine(Float32Array.of(x), 0.1, 0.3)[0]).toBe(roundedTwice);
});

test("works in place", () => {
  const numbers = Float32Array.of(1, 2);
  expect(affine(numbers, 2, 1)).toBe(numbers);
  expect([...numbers]).toEqual([3, 5]);
});
