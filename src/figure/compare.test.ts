import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { picture } from "../testing/test-images.ts";
import { compareImages } from "./compare.ts";

const plain = picture(40, 30);
const red = [255, 0, 0];
const onePixel = picture(40, 30, [[20, 15, ...red]]);

test("equal bytes are identical", () => {
  expect(compareImages(plain, picture(40, 30)).state).toBe("identical");
});

test("one changed pixel is a change", () => {
  expect(compareImages(onePixel, plain)).toMatchObject({ state: "changed", differingPixels: 1 });
});

test("as many pixels as are allowed may differ", () => {
  expect(compareImages(onePixel, plain, { allow: 1 }).state).toBe("close");
});

test("one pixel more than allowed may not", () => {
  const two = picture(40, 30, [
    [20, 15, ...red],
    [5, 5, ...red],
  ]);
  expect(compareImages(two, plain, { allow: 1 })).toMatchObject({ state: "changed", differingPixels: 2 });
});

test("a shade below the threshold does not count", () => {
  expect(compareImages(picture(40, 30, [[20, 15, 201, 200, 200]]), plain)).toMatchObject({
    state: "close",
    differingPixels: 0,
  });
});

test("a stricter threshold counts it", () => {
  const shade = picture(40, 30, [[20, 15, 215, 200, 200]]);
  expect(compareImages(shade, plain, { threshold: 0.001 }).state).toBe("changed");
});

test("the diff is as large as both images and marks the pixel", () => {
  const comparison = compareImages(onePixel, plain);
  if (comparison.state !== "changed") throw new Error(`expected a change, got ${comparison.state}`);
  const diff = PNG.sync.read(comparison.diff);
  const at = (15 * diff.width + 20) * 4;
  expect([diff.width, diff.height, ...diff.data.subarray(at, at + 3)]).toEqual([40, 30, 230, 0, 120]);
});

test("a different size is reported with both sizes, regardless of the tolerance", () => {
  expect(compareImages(picture(50, 20), plain, { allow: 1e9 })).toMatchObject({
    state: "resized",
    size: { width: 50, height: 20 },
    baselineSize: { width: 40, height: 30 },
  });
});

test("the diff of another size covers both", () => {
  const comparison = compareImages(picture(50, 20), plain);
  if (comparison.state !== "resized") throw new Error(`expected another size, got ${comparison.state}`);
  const { width, height } = PNG.sync.read(comparison.diff);
  expect([width, height]).toEqual([50, 30]);
});
