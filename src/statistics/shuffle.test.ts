import { expect, test } from "vitest";
import { shuffle } from "./shuffle.ts";

test("reaches each of 24 orders once, if each choice is made once", () => {
  const middles = (choices: number) => Array.from({ length: choices }, (_, i) => (i + 0.5) / choices);
  const orders = new Set<string>();
  for (const second of middles(2)) {
    for (const third of middles(3)) {
      for (const fourth of middles(4)) {
        const values = [1, 2, 3, 4];
        shuffle(values, [0, second, third, fourth]);
        orders.add(values.toSorted().join() === "1,2,3,4" ? values.join() : "not the same values");
      }
    }
  }
  expect(orders.size).toBe(24);
  expect(orders).not.toContain("not the same values");
});
