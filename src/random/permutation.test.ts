import { expect, test } from "vitest";
import { permutation } from "./permutation.ts";
import { stream } from "./stream.ts";

test("holds every number once, in another order for every t, seed and purpose", () => {
  const [first, ...others] = [
    permutation(1000, stream(1, "order")),
    permutation(1000, stream(1, "order"), 1),
    permutation(1000, stream(2, "order")),
    permutation(1000, stream(1, "other")),
  ];
  for (const order of [first, ...others]) expect([...order].sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
  for (const other of others) expect(other).not.toEqual(first);
  expect(permutation(1000, stream(1, "order"))).toEqual(first);
});

test("every order of three comes equally often", () => {
  const counts = new Map<string, number>();
  const draws = 6000;
  const numbers = stream(1, "order");
  for (let t = 0; t < draws; t++) {
    const order = permutation(3, numbers, t).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // χ² with 5 degrees of freedom exceeds 20.5 once in a thousand
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - draws / 6) ** 2 / (draws / 6), 0);
  expect(chiSquared).toBeLessThan(20.5);
});

test.each([-1, 1.5, 2 ** 24])("permuting %s things is rejected", (n) => {
  expect(() => permutation(n, stream(1, "order"))).toThrow(`expected a whole number below 2^24 of things`);
});
