import { expect, test } from "vitest";
import { biasGame, game, vary } from "../language/describe.ts";
import { gridPoints, pointsOf, vectorField } from "./bias-game.ts";
import type { Step } from "./field.ts";
import { follow, iterates } from "./follow.ts";
import { alternatingGradientDescent, extragradient, gradientDescent } from "./methods.ts";

const grid = { kind: "grid", count: 1000 } as const;
const arm = game({
  game: biasGame({ points: grid }),
  method: "extragradient",
  stepSize: 0.1,
  iterations: 3000,
  start: [-3, 0],
});

/** The notebook's two sums, term by term, with JavaScript's own exponential. */
function notebookField(points: { real: Float64Array; input: Float64Array }, bD: number, bG: number) {
  const n = points.real.length;
  let [sumReal, sumFake] = [0, 0];
  for (const x of points.real) sumReal += -2 * (x + bD);
  for (const z of points.input) {
    const x = Math.min(5, Math.max(-5, z + bG));
    const d = 0.001 + 0.998 * Math.exp(-((x + bD) ** 2));
    sumFake += (2 * (x + bD) * d) / (1 - d);
  }
  return { gradientD: (sumReal + sumFake) / (2 * n), gradientG: sumFake / (2 * n) };
}

test("the field is the notebook's gradients, D ascending and G descending", () => {
  const points = pointsOf(biasGame(), 1);
  const field = vectorField(biasGame(), points);
  for (const [bD, bG] of [
    [-3, 0],
    [-0.5, -1],
    [1, 1],
    [0.3, -7],
    [-2, 4.5],
  ] as const) {
    const { gradientD, gradientG } = notebookField(points, bD, bG);
    const [d, g] = field([bD, bG]);
    expect(d).toBeCloseTo(gradientD, 11);
    expect(g).toBeCloseTo(-gradientG, 11);
  }
});

test("the methods differ in where they look: here, half a step ahead, one player at a time", () => {
  const field = vectorField(biasGame(), gridPoints(1000));
  const at = [-1, 0.5] as const;
  const [d, g] = field(at);
  expect(gradientDescent(field, 0.1)(at)).toEqual([-1 + 0.1 * d, 0.5 + 0.1 * g]);
  const half = field([-1 + 0.1 * d, 0.5 + 0.1 * g]);
  expect(extragradient(field, 0.1)(at)).toEqual([-1 + 0.1 * half[0], 0.5 + 0.1 * half[1]]);
  const answered = field([-1 + 0.1 * d, 0.5]);
  expect(alternatingGradientDescent(field, 0.1)(at)).toEqual([-1 + 0.1 * d, 0.5 + 0.1 * answered[1]]);
});

test("a map that stands still ends the work, not the record", () => {
  let calls = 0;
  const towardsZero: Step = ([d, g]) => {
    calls++;
    return [Math.max(0, d - 1), g];
  };
  const path = iterates(towardsZero, [2, 7], 1000);
  expect(calls).toBe(3);
  expect(path).toHaveLength(2 * 1001);
  expect([...path.slice(0, 6)]).toEqual([2, 7, 1, 7, 0, 7]);
  expect([...path.slice(-2)]).toEqual([0, 7]);
});

test("on the grid extragradient comes to rest at (−½, −1)", () => {
  const { end, iterations, distance } = follow(arm, 1);
  expect(end.biasD).toBeCloseTo(-0.5, 9);
  expect(end.biasG).toBeCloseTo(-1, 9);
  expect(end.amplitude).toBeLessThan(1e-12);
  expect(end.spectralRadius).toBeLessThan(1);
  expect(end.gradientsToSettle).toBe(2 * end.settledAfter);
  expect(iterations[0]).toBe(0);
  expect(distance[0]).toBeCloseTo(Math.sqrt(2.5 ** 2 + 1), 12);
  expect(iterations.at(-1)).toBe(3000);
});

test("a run that never arrives settles after ∞ iterations", () => {
  expect(follow(vary(arm, { stepSize: 0, iterations: 10 }), 1).end.settledAfter).toBe(Number.POSITIVE_INFINITY);
});

test("the trajectory is kept only when it is asked for", () => {
  expect(follow(arm, 1).trajectory).toBeUndefined();
  expect(follow(vary(arm, { keepTrajectory: true }), 1).trajectory).toHaveLength(2 * 3001);
});

test("the first points of a larger draw are those of a smaller", () => {
  const [few, many] = [1000, 10_000].map((count) => pointsOf(biasGame({ points: { kind: "drawn", count } }), 5));
  expect(many.real.slice(0, 1000)).toEqual(few.real);
  expect(many.input.slice(0, 1000)).toEqual(few.input);
  expect(Math.min(...few.input)).toBeGreaterThanOrEqual(1);
});
