import { expect, test } from "vitest";
import type { Normalisation } from "../language/data.ts";
import { allImages, imageBatches, imagePixels, mnistStandard, toUnitRange, unitRange } from "./images.ts";

/** Three images: all background, all ink, and pixel p with byte p mod 256. */
const images = new Uint8Array(3 * imagePixels);
images.fill(255, imagePixels, 2 * imagePixels);
for (let pixel = 0; pixel < imagePixels; pixel++) images[2 * imagePixels + pixel] = pixel % 256;

test("a batch holds the images asked for, in that order, again if asked twice", () => {
  const batch = imageBatches(images, unitRange)([1, 0, 2, 1]);
  expect(batch).toHaveLength(4 * imagePixels);
  expect([0, 1, 2, 3].map((i) => batch[i * imagePixels + 51])).toEqual([1, 0, Math.fround(51 / 255), 1]);
});

test.each<{ normalisation: Normalisation; ends: [number, number] }>([
  { normalisation: unitRange, ends: [0, 1] },
  { normalisation: { kind: "range", low: -1, high: 1 }, ends: [-1, 1] },
  { normalisation: { kind: "range", low: -0.3, high: 0.3 }, ends: [-0.3, 0.3] },
  // −.1307/.3081 and (1 − .1307)/.3081
  { normalisation: mnistStandard, ends: [-0.42421292, 2.82148653] },
])("$normalisation maps the ends to $ends, and back", ({ normalisation, ends }) => {
  const batch = imageBatches(images, normalisation)([0, 1, 2]);
  expect(batch[0]).toBeCloseTo(ends[0], 6);
  expect(batch[imagePixels]).toBeCloseTo(ends[1], 6);
  const back = toUnitRange(batch, normalisation);
  // half a unit in the last place of 2.82, times .3081, is below 2⁻²³
  for (let i = 0; i < back.length; i++) expect(Math.abs(back[i] - images[i] / 255)).toBeLessThan(2 ** -23);
});

test("the ends of [−1, 1] come back as exactly 0 and 1", () => {
  expect([...toUnitRange(Float32Array.of(-1, 0, 1), { kind: "range", low: -1, high: 1 })]).toEqual([0, 0.5, 1]);
});

test("what lies outside the data's range stays outside", () => {
  const [below, above] = toUnitRange(Float32Array.of(-1.2, 1.2), { kind: "range", low: -1, high: 1 });
  expect(below).toBeCloseTo(-0.1, 6);
  expect(above).toBeCloseTo(1.1, 6);
});

test("all images are the batch of every index", () => {
  expect(allImages(images, mnistStandard)).toEqual(imageBatches(images, mnistStandard)([0, 1, 2]));
});

test("writes at the given offset, and only if there is room", () => {
  const [batch, out] = [imageBatches(images, unitRange), new Float32Array(imagePixels)];
  expect(batch([1], out)).toBe(out);
  expect(out[0]).toBe(1);
  expect(() => batch([0, 1], out)).toThrow("expected room for 2 × 784 numbers, got 784");
});

test.each([-1, 3, Number.NaN])("%s is rejected as an index of three images", (index) => {
  expect(() => imageBatches(images, unitRange)([index])).toThrow(`expected the index of one of 3 images, got ${index}`);
});
