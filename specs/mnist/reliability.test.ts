import { expect, test } from "vitest";
import type { Measured } from "../../src/language/claim.ts";
import { stream } from "../../src/random/stream.ts";
import { againstExtremes, onOtherSeeds, spreadsLeast, spreadsLess } from "./reliability.ts";

const level = 0.05;
const seeds = 20;

const trial = (logDistance: number, seed: number): Measured => ({
  seed,
  end: { frechet: Math.exp(logDistance) } as unknown as Measured["end"],
  at: () => Number.NaN,
});

/** Rows of normal ln distances: of each arm a mean and a standard deviation. */
const rowsOf = (...arms: readonly (readonly [mean: number, sd: number])[]) => {
  const normals = arms.map((_, arm) => stream(1, `test of reliability/${arm}`).normals(seeds));
  return Array.from({ length: seeds }, (_, i) => arms.map(([mean, sd], arm) => trial(mean + sd * normals[arm][i], i)));
};

test("an arm that spreads less is found to, although it ends elsewhere", () => {
  expect(spreadsLess(rowsOf([3, 0.05], [5, 0.5]), level).verdict).toBe("reproduced");
  expect(spreadsLess(rowsOf([3, 0.5], [5, 0.05]), level).verdict).toBe("contradicted");
});

test("the most reliable of three is not refuted by one that it cannot be told from, nor shown", () => {
  expect(spreadsLeast(rowsOf([3, 0.1], [3, 0.1], [4, 1]), level).verdict).toBe("open");
});

test("one rival that spreads less refutes it, and the estimate is of that one", () => {
  const { verdict, estimate } = spreadsLeast(rowsOf([3, 0.5], [3, 1], [4, 0.05]), level);
  expect(verdict).toBe("contradicted");
  expect(estimate).toBeCloseTo(0.05 - 0.5, 0);
});

test("both controls come out as they must", () => {
  const rows = rowsOf([3, 0.1], [3, 0.1], [3, 0.1]);
  expect(onOtherSeeds(spreadsLeast)(rows, level).verdict).toBe("open");
  expect(againstExtremes(spreadsLeast)(rows, level).verdict).toBe("reproduced");
});
