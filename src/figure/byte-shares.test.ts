import { expect, test } from "vitest";
import { byteShares, shareBetween } from "./byte-shares.ts";

test("bytes fall into bins of equal width, over all parts", () => {
  expect(byteShares([Uint8Array.of(0, 63, 64), Uint8Array.of(255)], 4)).toEqual([0.5, 0.25, 0, 0.25]);
});

test("a number of bins that would not be equally wide is rejected", () => {
  expect(() => byteShares([Uint8Array.of(0)], 20)).toThrow("expected a number of bins that divides 256, got 20");
});

test("the share in between leaves both ends out", () => {
  // 0.2 and 0.8 of 255 are 51 and 204.
  expect(shareBetween([Uint8Array.of(51, 52), Uint8Array.of(203, 204, 0, 255, 100, 128)], 0.2, 0.8)).toBe(0.5);
});

test("no bytes have no shares", () => {
  expect(() => shareBetween([], 0.1, 0.9)).toThrow("expected bytes to count, got none");
});
