import { expect, test } from "vitest";
import { biasGame, gridPoints, vectorField } from "./bias.game.ts";
import type { Field } from "./field.ts";
import { nearest, stationaryPoints } from "./stationary.ts";

const line = { biasD: -0.5, low: -2, high: 0, spacing: 1e-3 };

test("finds the zeros of a cubic", () => {
  const cubic: Field = ([, g]) => [0, (g + 1.5) * (g + 1) * (g + 0.2503)];
  const zeros = stationaryPoints(cubic, line).map(([, g]) => g);
  [-1.5, -1, -0.2503].forEach((zero, i) => {
    expect(zeros[i]).toBeCloseTo(zero, 10);
  });
  expect(zeros).toHaveLength(3);
});

test("a pole is no zero", () => {
  expect(stationaryPoints(([, g]) => [0, 1 / (g + 0.70031)], line)).toEqual([]);
});

test("the game on the grid, with margins, has the one equilibrium at (−½, −1)", () => {
  const points = stationaryPoints(vectorField(biasGame(), gridPoints(1000)), { ...line, low: -2.0003 });
  expect(points).toHaveLength(1);
  expect(points[0][1]).toBeCloseTo(-1, 9);
});

test("the nearest point, or none", () => {
  expect(
    nearest(
      [
        [0, 1],
        [0, 5],
      ],
      4,
    ),
  ).toEqual([0, 5]);
  expect(nearest([], 4)).toBeUndefined();
});
