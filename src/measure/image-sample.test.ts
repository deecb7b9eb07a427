import { expect, test } from "vitest";
import { imagePixels, imageSide } from "../data/images.ts";
import { blurred } from "./image-sample.ts";

test("a blurred point is the kernel 1 2 1 both ways, in sixteenths", () => {
  const image = new Float32Array(imagePixels);
  image[10 * imageSide + 7] = 16;
  const blur = blurred(image);
  const around = (dy: number) => [-1, 0, 1].map((dx) => blur[(10 + dy) * imageSide + 7 + dx]);
  expect([around(-1), around(0), around(1)]).toEqual([
    [1, 2, 1],
    [2, 4, 2],
    [1, 2, 1],
  ]);
  expect(blur.reduce((sum, pixel) => sum + pixel, 0)).toBe(16);
});

test("what a blur puts beyond the edge is lost, and no image bleeds into the next", () => {
  const images = new Float32Array(2 * imagePixels);
  images[imagePixels - 1] = 16;
  const blur = blurred(images);
  expect(blur.reduce((sum, pixel) => sum + pixel, 0)).toBe(4 + 2 + 2 + 1);
  expect(blur.subarray(imagePixels).every((pixel) => pixel === 0)).toBe(true);
});
