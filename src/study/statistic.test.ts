import { expect, test } from "vitest";
import type { Measured } from "../language/claim.ts";
import { correlationIsAbove0, spreadIsSmaller } from "./statistic.ts";

const trial = (seed: number, mean: number, sd: number): Measured => ({
  seed,
  end: { mean, sd } as Measured["end"],
  at: () => Number.NaN,
});
/** One arm, with two numbers of each trial. */
const ofOneArm = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([mean, sd], i) => [trial(i + 1, mean, sd)]);
/** Two arms, of which a number each matters. */
const ofTwoArms = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([left, right], i) => [trial(i + 1, left, Number.NaN), trial(i + 1, right, Number.NaN)]);

const correlation = correlationIsAbove0({ x: ({ end }) => end.mean, y: ({ end }) => end.sd, purpose: "test" });
const level = 0.05;
const along = (n: number, sign: number) =>
  ofOneArm(Array.from({ length: n }, (_, i) => [i, sign * (i + 5 * Math.sin(7 * i))] as const));

test("what rises with the other is reproduced, what falls with it contradicted", () => {
  const rising = correlation(along(20, 1), level);
  expect(rising.verdict).toBe("reproduced");
  expect(rising.estimate).toBeGreaterThan(0.5);
  expect(rising.interval[0]).toBeLessThan(rising.estimate);
  expect(rising.interval[1]).toBeGreaterThan(rising.estimate);
  const falling = correlation(along(20, -1), level);
  expect(falling).toMatchObject({ verdict: "contradicted", estimate: -rising.estimate });
});

test("what does neither is open, and so are equal values", () => {
  const shuffled = ofOneArm([...Array(12)].map((_, i) => [i, (5 * i) % 12] as const));
  expect(correlation(shuffled, level).verdict).toBe("open");
  const equal = correlation(ofOneArm([...Array(8)].map((_, i) => [i, 1] as const)), level);
  expect(equal).toMatchObject({ verdict: "open", estimate: Number.NaN });
});

test("the level is split over both sides: of five seeds in order one of 120 orders is as extreme", () => {
  const inOrder = ofOneArm([1, 2, 3, 4, 5].map((i) => [i, i] as const));
  expect(correlation(inOrder, 2 / 120).verdict).toBe("reproduced");
  expect(correlation(inOrder, 1.99 / 120).verdict).toBe("open");
});

test("of two arms x is of the first and y of the second", () => {
  const ofMeans = correlationIsAbove0({ x: ({ end }) => end.mean, y: ({ end }) => end.mean, purpose: "test" });
  const pairs = [...Array(8)].map((_, i) => [i, -i] as const);
  expect(ofMeans(ofTwoArms(pairs), level)).toMatchObject({ verdict: "contradicted", estimate: -1 });
});

test("seeds without a value are left out, and of fewer than two nothing is said", () => {
  const some = ofOneArm([
    [1, 1],
    [Number.NaN, 7],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, Number.NaN],
  ]);
  expect(correlation(some, level)).toMatchObject({ verdict: "reproduced", estimate: 1 });
  const nothing = { verdict: "open", interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] };
  expect(
    correlation(
      ofOneArm([
        [1, 1],
        [2, Number.NaN],
      ]),
      level,
    ),
  ).toMatchObject(nothing);
  expect(correlation([], level)).toMatchObject(nothing);
});

test("a quantity that is no number is named with its seed", () => {
  const wrong = correlationIsAbove0({ x: () => undefined as never, y: () => 1, purpose: "test" });
  expect(() => wrong(along(3, 1), level)).toThrow("x on seed 1: expected a number, got undefined");
});

test("an arm that scatters less than another is told from one that scatters more", () => {
  const spread = spreadIsSmaller({ of: ({ end }) => end.mean, purpose: "test" });
  const wide = [...Array(16)].map((_, i) => 10 * Math.sin(3 * i));
  const narrow = wide.map((_, i) => Math.cos(5 * i));
  const smaller = spread(ofTwoArms(narrow.map((value, i) => [value, wide[i]] as const)), level);
  expect(smaller.verdict).toBe("reproduced");
  expect(smaller.estimate).toBeGreaterThan(5);
  expect(smaller.interval[0]).toBeGreaterThan(0);
  const larger = spread(ofTwoArms(wide.map((value, i) => [value, narrow[i]] as const)), level);
  expect(larger).toMatchObject({ verdict: "contradicted", estimate: -smaller.estimate });
  const itself = spread(ofTwoArms(wide.map((value, i) => [value, wide[(i + 3) % 16]] as const)), level);
  expect(itself.verdict).toBe("open");
});
