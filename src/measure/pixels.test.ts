import { expect, test } from "vitest";
import { allImages, imagePixels, mnistStandard, toUnitRange } from "../data/images.ts";
import { averagePool, borderEnergy, diversity, pixelShares, totalVariance } from "./pixels.ts";

const image = (pixel: (row: number, column: number) => number): number[] =>
  Array.from({ length: imagePixels }, (_, i) => pixel(Math.floor(i / 28), i % 28));

test("pools squares of four by four, image by image", () => {
  const pooled = averagePool([...image(() => 0), ...image((row, column) => (row === 4 && column >= 24 ? 1 : 0))]);
  expect(pooled).toHaveLength(98);
  // row 4 opens the second row of squares, columns 24 to 27 are the last square: 4 of 16 pixels
  expect(pooled[49 + 7 + 6]).toBe(0.25);
  expect(pooled.reduce((sum, x) => sum + x)).toBe(0.25);
});

test("pooling keeps the mean", () => {
  const pooled = averagePool(image((row, column) => row * 28 + column));
  expect(pooled.reduce((sum, x) => sum + x) / 49).toBe(783 / 2);
});

test("pixels are near the ends, in between or outside", () => {
  const shares = pixelShares([0, 0.1, 0.9, 1, 0.11, 0.5, -0.01, 1.01, Number.NaN, Number.POSITIVE_INFINITY]);
  expect(shares).toEqual({ nearEnds: 0.4, between: 0.2, outside: 0.4 });
});

test("rounding does not put real pixels outside", () => {
  const bytes = Uint8Array.from({ length: imagePixels }, (_, i) => i % 256);
  const back = toUnitRange(allImages(bytes, mnistStandard), mnistStandard);
  expect(back.some((x) => x < 0 || x > 1)).toBe(true); // a case that tells
  expect(pixelShares(back).outside).toBe(0);
});

test("total variance is the sum over features", () => {
  // 1 and 3 around 2: 1. 0 and 4 around 2: 4.
  expect(totalVariance([1, 0, 3, 4], 2)).toBe(5);
});

test("diversity: 0 of one image, 1 of the real ones, ¼ at half the contrast", () => {
  const real = [...image(() => 0), ...image((row) => row / 27)];
  expect(diversity([...image(() => 0.5), ...image(() => 0.5)], real)).toBe(0);
  expect(diversity(real, real)).toBe(1);
  expect(
    diversity(
      real.map((x) => x / 2),
      real,
    ),
  ).toBeCloseTo(0.25, 12);
});

test("border energy is the mean square of the outer two pixels, and of nothing else", () => {
  expect(borderEnergy(image((row, column) => (row >= 2 && row < 26 && column >= 2 && column < 26 ? 1 : 0)))).toBe(0);
  expect(borderEnergy(image(() => 0.5))).toBe(0.25);
  // Column 26 alone: 28 of the 784 − 24² = 208 pixels of the border
  expect(borderEnergy(image((_, column) => (column === 26 ? 1 : 0)))).toBeCloseTo(28 / 208, 12);
});
