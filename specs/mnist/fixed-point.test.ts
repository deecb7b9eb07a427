import { expect, test } from "vitest";
import { best, haveSameFixedPoint } from "./fixed-point.ts";

test("both losses rest at the data if D is the best answer, and nowhere if it stopped learning", () => {
  expect(haveSameFixedPoint(best).holds).toBe(true);
  expect(haveSameFixedPoint((p) => best(p, 1 / 3)).holds).toBe(false);
});

test("with a D that knows nothing every distribution is at rest, which is not the same fixed point", () => {
  const { holds, detail } = haveSameFixedPoint(() => 1 / 2);
  expect(holds).toBe(false);
  expect(detail).toContain("(0.05, 0.05, 0.9)");
});
