import { expect, test } from "vitest";
import { normals, threefry2x32, uniforms, type WordPair } from "./threefry.ts";

const ALL_ONES = 0xffffffff;

// Random123, tests/kat_vectors: threefry2x32 with 20 rounds.
test.each<{ key: WordPair; counter: WordPair; block: WordPair }>([
  { key: [0, 0], counter: [0, 0], block: [0x6b200159, 0x99ba4efe] },
  { key: [ALL_ONES, ALL_ONES], counter: [ALL_ONES, ALL_ONES], block: [0x1cb996fc, 0xbb002be7] },
  { key: [0x13198a2e, 0x03707344], counter: [0x243f6a88, 0x85a308d3], block: [0xc4923a9c, 0x483df7a0] },
])("agrees with the published known answer for key $key", ({ key, counter, block }) => {
  expect(threefry2x32(key, counter)).toEqual(block);
});

test("takes number i from word i & 1 of block i >> 1", () => {
  const [first, second] = threefry2x32([1, 2], [3, 0]);
  expect(uniforms([1, 2], 2, 6)).toEqual(Float32Array.of((first >>> 8) * 2 ** -24, (second >>> 8) * 2 ** -24));
});

test("counts blocks beyond 2^32 in the high word", () => {
  const [first] = threefry2x32([1, 2], [5, 1]);
  expect(uniforms([1, 2], 1, 2 * (2 ** 32 + 5))[0]).toBe((first >>> 8) * 2 ** -24);
});

test.each([uniforms, normals])("gives the same numbers however they are cut into pieces: %o", (draw) => {
  const whole = draw([7, 8], 64);
  const pieces = [draw([7, 8], 8), draw([7, 8], 3, 8), draw([7, 8], 37, 11), draw([7, 8], 16, 48)];
  expect(Float32Array.from(pieces.flatMap((piece) => [...piece]))).toEqual(whole);
});

test("positions that are not integers below 2^53 are rejected", () => {
  expect(() => uniforms([1, 2], 8, Number.MAX_SAFE_INTEGER - 2)).toThrow(RangeError);
  expect(() => normals([1, 2], 8, 0.5)).toThrow("from = 0.5");
});

test("uniforms have the moments of U[0, 1)", () => {
  const { mean, variance, smallest, largest } = moments(uniforms([3, 4], SAMPLE));
  // Four standard errors: √(1/12/n) of the mean, √(1/180/n) of the variance.
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / SAMPLE));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / SAMPLE));
  expect(smallest).toBeGreaterThanOrEqual(0);
  expect(largest).toBeLessThan(1);
});

test("normals have the moments of N(0, 1)", () => {
  const { mean, variance, kurtosis } = moments(normals([3, 4], SAMPLE));
  // Four standard errors: √(1/n), √(2/n) and √(24/n).
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / SAMPLE));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / SAMPLE));
  expect(Math.abs(kurtosis - 3)).toBeLessThan(4 * Math.sqrt(24 / SAMPLE));
});

// P(|N| > k), from the normal distribution's tables.
test.each([
  { bound: 1, probability: 0.317311 },
  { bound: 2, probability: 0.0455003 },
  { bound: 3, probability: 0.0026998 },
  { bound: 4, probability: 6.3342e-5 },
])("normals lie beyond $bound as often as they should", ({ bound, probability }) => {
  const beyond = normals([5, 6], SAMPLE).filter((x) => Math.abs(x) > bound).length;
  const standardError = Math.sqrt(SAMPLE * probability * (1 - probability));
  expect(Math.abs(beyond - SAMPLE * probability)).toBeLessThan(4 * standardError);
});

test("neighbouring normals are uncorrelated", () => {
  const numbers = normals([9, 10], SAMPLE);
  let sum = 0;
  for (let i = 1; i < SAMPLE; i++) sum += numbers[i - 1] * numbers[i];
  expect(Math.abs(sum / SAMPLE)).toBeLessThan(4 / Math.sqrt(SAMPLE));
});

const SAMPLE = 100_000;

function moments(numbers: Float32Array) {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const central = (power: number): number => numbers.reduce((sum, x) => sum + (x - mean) ** power, 0) / numbers.length;
  const variance = central(2);
  const sorted = numbers.toSorted();
  return {
    mean,
    variance,
    kurtosis: central(4) / variance ** 2,
    smallest: sorted[0],
    largest: sorted[sorted.length - 1],
  };
}
