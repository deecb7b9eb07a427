import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import { expect, test } from "vitest";
import { stream } from "../random/stream.ts";
import { allPairs } from "./all-pairs.ts";

test("counts pairs, ties half", () => {
  const [a, b] = [
    [1, 4, 2, Number.POSITIVE_INFINITY],
    [2, 3, 9, Number.POSITIVE_INFINITY, 0],
  ];
  let count = 0;
  for (const x of a) for (const y of b) count += x < y ? 1 : x === y ? 0.5 : 0;
  expect(allPairs(a, b).estimate).toBe(count / 20);
});

test("turns round with the arms, its interval with it", () => {
  const [a, b] = [
    [1, 4, 2, 7],
    [2, 3, 9, 11, 0, 5],
  ];
  const [there, back] = [allPairs(a, b), allPairs(b, a)];
  expect(back.estimate).toBeCloseTo(1 - there.estimate, 12);
  expect(back.interval[0]).toBeCloseTo(1 - there.interval[1], 10);
  expect(there.interval[0]).toBeLessThan(there.estimate);
  expect(there.interval[1]).toBeGreaterThan(there.estimate);
});

test("an arm that always wins has an interval, narrower with more seeds", () => {
  const below = (n: number) => Array.from({ length: n }, (_, i) => i / n);
  const of = (n: number) =>
    allPairs(
      below(n),
      below(n).map((x) => x + 2),
    );
  expect(of(8).estimate).toBe(1);
  expect(of(8).interval[1]).toBe(1);
  expect(of(8).interval[0]).toBeGreaterThan(0.5);
  expect(of(8).interval[0]).toBeLessThan(of(64).interval[0]);
  expect(of(64).interval[0]).toBeLessThan(1);
});

test("of one seed each the interval is Wilson's of one outcome, in closed form", () => {
  // θ̂ = 1: (1 − θ)² = z² θ (1 − θ) at θ = 1/(1 + z²), with z = 1.959964
  expect(allPairs([1], [2]).interval[0]).toBeCloseTo(1 / (1 + 1.959964 ** 2), 6);
});

test("the interval covers about 95 % for normal arms, few seeds and many, even and uneven", () => {
  const [dataSets, worst] = [500, 0.92]; // .95 less three standard errors of .0097
  for (const n of [14, 64]) {
    for (const shift of [0, 1, 2]) {
      const truth = normalCdf(shift / Math.SQRT2, 0, 1);
      const draws = stream(1, `coverage/${n}/${shift}`).normals(dataSets * 2 * n);
      let covered = 0;
      for (let i = 0; i < dataSets; i++) {
        const values = [...draws.subarray(2 * n * i, 2 * n * (i + 1))];
        const { interval } = allPairs(
          values.slice(0, n),
          values.slice(n).map((x) => x + shift),
        );
        if (interval[0] <= truth && truth <= interval[1]) covered++;
      }
      expect(covered / dataSets).toBeGreaterThan(worst);
      expect(covered).toBeLessThan(dataSets);
    }
  }
});

test("an arm without values is refused", () => {
  expect(() => allPairs([], [1])).toThrow("expected one value or more of both arms, got 0 and 1");
});
