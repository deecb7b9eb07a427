import { expect, test } from "vitest";
import { z } from "zod";
import { game, vary } from "../language/describe.ts";
import bias, { biasGame, gridPoints, pointsOf, vectorField } from "./bias.game.ts";
import type { Field, Step } from "./field.ts";
import { follow, iterates } from "./follow.ts";
import type { Game } from "./game.ts";
import { alternatingGradientDescent, extragradient, gradientDescent } from "./methods.ts";
import { metricsOf } from "./metrics.ts";

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
  const { end, iterations, curves } = follow(bias, arm, 1);
  expect(end.biasD).toBeCloseTo(-0.5, 9);
  expect(end.biasG).toBeCloseTo(-1, 9);
  expect(end.amplitude).toBeLessThan(1e-12);
  expect(end.spectralRadius).toBeLessThan(1);
  expect(end.gradientsToSettle).toBe(2 * end.settledAfter);
  expect(iterations[0]).toBe(0);
  expect(curves.distance[0]).toBeCloseTo(Math.sqrt(2.5 ** 2 + 1), 12);
  expect(iterations.at(-1)).toBe(3000);
});

test("a run that never arrives settles after ∞ iterations", () => {
  expect(follow(bias, vary(arm, { stepSize: 0, iterations: 10 }), 1).end.settledAfter).toBe(Number.POSITIVE_INFINITY);
});

test("the trajectory is kept only when it is asked for", () => {
  expect(follow(bias, arm, 1).trajectory).toBeUndefined();
  expect(follow(bias, vary(arm, { keepTrajectory: true }), 1).trajectory).toHaveLength(2 * 3001);
});

test("the first points of a larger draw are those of a smaller", () => {
  const [few, many] = [1000, 10_000].map((count) => pointsOf(biasGame({ points: { kind: "drawn", count } }), 5));
  expect(many.real.slice(0, 1000)).toEqual(few.real);
  expect(many.input.slice(0, 1000)).toEqual(few.input);
  expect(Math.min(...few.input)).toBeGreaterThanOrEqual(1);
});

/** Three coordinates that fall to 0 at their own speeds, from a start that differs from seed to seed. */
const fall: Field = ([a, b, c]) => [-a, -2 * b, -3 * c];
const falling: Game = {
  kind: "falling",
  settings: z.strictObject({ kind: z.literal("falling") }),
  parameters: [
    { name: "a", symbol: "a", label: "the first", player: "discriminator" },
    { name: "c", symbol: "c", label: "the second", player: "generator" },
    { name: "b", symbol: "b", label: "the third", player: "discriminator" },
  ],
  start: (_, seed) => [seed, 1, 1],
  field: () => fall,
  metrics: { iterates: { symbol: "n", label: "Iterates", unit: "iterates", definition: "How many there are." } },
  measure: ({ path }) => ({ iterates: path.length / 3 }),
  describe: () => [],
  secondsAnEvaluation: () => 1e-7,
};
const fallingArm = game({ game: { kind: "falling" }, method: "gradient-descent", stepSize: 0.1, iterations: 10 });

test("a game of three parameters starts where its seed says, and measures what its words promise", () => {
  const { end, curves, iterations } = follow(falling, fallingArm, 5);
  expect(end.a).toBeCloseTo(5 * 0.9 ** 10, 12);
  expect(end.largestCoordinate).toBe(5);
  expect(end.iterates).toBe(11);
  expect(Object.keys(end).sort()).toEqual(Object.keys(metricsOf(falling)).sort());
  // No equilibrium is known, so each parameter is followed instead of a distance.
  expect(Object.keys(curves)).toEqual(["a", "c", "b"]);
  expect(curves.a[0]).toBe(5);
  expect(curves.a).toHaveLength(iterations.length);
});

test("an arm's own start goes before the game's", () => {
  expect(follow(falling, { ...fallingArm, start: [2, 0, 0] }, 5).curves.a[0]).toBe(2);
});

test("a known equilibrium adds distances to what is measured", () => {
  const known: Game = { ...falling, equilibrium: () => ({ at: [0, 0, 0], arrivedWithin: 0.5 }) };
  const { end, curves } = follow(known, { ...fallingArm, iterations: 60 }, 3);
  expect(Object.keys(curves)).toEqual(["distance"]);
  expect(curves.distance[0]).toBeCloseTo(Math.sqrt(11), 12);
  expect(end.settledAfter).toBe(18); // 3·0.9¹⁸ = 0.450, 3·0.9¹⁷ = 0.500 and a little of the others
  expect(end.gradientsToSettle).toBe(18);
  expect(Object.keys(end).sort()).toEqual(Object.keys(metricsOf(known)).sort());
});

test("taking turns, all of D's parameters move before any of G's", () => {
  const coupled: Field = ([a, c, b]) => [c, a + b, c];
  const step = alternatingGradientDescent(coupled, 0.5, ["discriminator", "generator", "discriminator"]);
  expect(step([0, 1, 0])).toEqual([0.5, 1.5, 0.5]);
});

test("the bias game's trials hold exactly the metrics that its words list", () => {
  expect(Object.keys(follow(bias, vary(arm, { iterations: 5 }), 1).end).sort()).toEqual(
    Object.keys(metricsOf(bias)).sort(),
  );
});
