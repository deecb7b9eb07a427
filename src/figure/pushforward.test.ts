import { expect, test } from "vitest";
import { pushforward } from "./pushforward.ts";

const images = (f: (z: number) => number) => Array.from({ length: 101 }, (_, i) => f(i / 100));
/** Height of every bin. */
const heights = (outline: readonly { y: number }[]) => outline.filter((_, i) => i % 2 === 0).map(({ y }) => y);

test("the identity makes a uniform density", () => {
  for (const height of heights(
    pushforward(
      images((z) => z),
      [0, 1],
      10,
    ),
  ))
    expect(height).toBeCloseTo(1, 10);
});

test("a fold doubles the density over half the range", () => {
  const density = heights(
    pushforward(
      images((z) => Math.abs(z - 0.5)),
      [0, 1],
      4,
    ),
  );
  expect(density[0]).toBeCloseTo(2, 10);
  expect(density[1]).toBeCloseTo(2, 10);
  expect(density[2] + density[3]).toBeCloseTo(0, 10);
});

test("all the probability of a point is in its bin", () => {
  expect(
    heights(
      pushforward(
        images(() => 0.35),
        [0, 1],
        10,
      ),
    )[3],
  ).toBeCloseTo(10, 10);
});

test("what lies outside is left out", () => {
  const density = heights(
    pushforward(
      images((z) => 2 * z - 1),
      [0, 1],
      5,
    ),
  );
  expect(density.reduce((sum, height) => sum + height / 5, 0)).toBeCloseTo(0.5, 10);
});
