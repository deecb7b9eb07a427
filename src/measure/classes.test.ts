import { expect, test } from "vitest";
import { classifierScore, classShares, divergenceFromUniform, modesCovered } from "./classes.ts";

test("a sample counts for its most probable class, the first of equals", () => {
  const shares = classShares([0.1, 0.7, 0.2, 0.5, 0.5, 0, 0, 0.4, 0.6, 0, 1, 0], 3);
  expect([...shares]).toEqual([0.25, 0.5, 0.25]);
});

test("a mode is covered from one per cent on", () => {
  expect(modesCovered(Float64Array.of(0.98, 0.01, 0.0099, 0.0001))).toBe(2);
  expect(modesCovered(Float64Array.of(0.5, 0.3, 0.2), 0.3)).toBe(2);
});

test("divergence from uniform: 0, ln of the number of classes, and a case by hand", () => {
  expect(divergenceFromUniform(new Float64Array(10).fill(0.1))).toBeCloseTo(0, 15);
  expect(divergenceFromUniform(Float64Array.of(0, 1, 0, 0))).toBeCloseTo(Math.log(4), 15);
  // ½ ln 2 + 2·¼ ln 1
  expect(divergenceFromUniform(Float64Array.of(0.5, 0.25, 0.25, 0))).toBeCloseTo(0.5 * Math.log(2), 15);
});

test("the score of clear images in equal shares is the number of classes", () => {
  expect(classifierScore([1, 0, 0, 0, 1, 0, 0, 0, 1], 3)).toBeCloseTo(3, 12);
});

test("identical images score 1, whatever they show", () => {
  expect(classifierScore([0.2, 0.8, 0.2, 0.8], 2)).toBeCloseTo(1, 12);
});

test("the score of a clear and an undecided image", () => {
  // p(y) = (¾, ¼). KL of (1, 0): ln 4/3. KL of (½, ½): ½ ln 2/3 + ½ ln 2 = ½ ln 4/3. The mean is ¾ ln 4/3.
  expect(classifierScore([1, 0, 0.5, 0.5], 2)).toBeCloseTo((4 / 3) ** 0.75, 12);
});
