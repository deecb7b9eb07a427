/** Exact checks of what the notebook's code does: its data, its batches, its gradients, its clamp, and steps that it leaves out. */

import { biasGame, equilibrium, gridPoints, type Points, pointsOf, vectorField } from "../../src/games/bias.game.ts";
import type { Point, Step } from "../../src/games/field.ts";
import { iterates } from "../../src/games/follow.ts";
import { extragradient, gradientDescent } from "../../src/games/methods.ts";
import { jacobian, spectralRadius } from "../../src/games/theory.ts";
import type { ExactResult } from "../../src/language/claim.ts";
import { stream } from "../../src/random/stream.ts";
import { objectiveOf } from "./objective.ts";
import { gridWithMargins } from "./theory.ts";

const grid = gridPoints(1000);

/**
 * Is there one shift of the input that gives the data again, and is it −1? Shifts from −3 to 1 in hundredths are compared by
 * the Wasserstein-1 distance: the mean difference of points in ascending order.
 * @param width of the interval that the input is spread over evenly, from 1 on
 */
export function onlyShift(width: number): ExactResult {
  const distanceAt = (shift: number) =>
    grid.real.reduce((sum, x, i) => sum + Math.abs(1 + width * (grid.input[i] - 1) + shift - x), 0) / grid.real.length;
  const shifts = Array.from({ length: 401 }, (_, i) => (i - 300) / 100);
  const fitting = shifts.filter((shift) => distanceAt(shift) < 1e-9);
  const best = Math.min(...shifts.map(distanceAt));
  return {
    holds: fitting.length === 1 && fitting[0] === -1,
    detail:
      `Input on [1, ${1 + width}], shifted by −3 to 1 in hundredths: the data come out again at ${fitting.join(", ") || "none"} ` +
      `of 401 shifts; the smallest Wasserstein-1 distance is ${best.toExponential(1)}.`,
  };
}

/** Draws that the checks of batches look at, and where. */
const draws = [1, 2, 3, 4, 5, 6, 7, 8];
const places: readonly Point[] = [-3, -2, -1, -0.5, 0, 1].flatMap((bD) => [-3, -1, 0, 1].map((bG) => [bD, bG]));

/** Is the gradient of a reshuffled batch that of the data as they are drawn? @param size of a batch, of 1000 points */
export function reshufflingIsIdle(size: number): ExactResult {
  let largest = 0;
  for (const seed of draws) {
    const points = pointsOf(biasGame(), seed);
    const [drawn, batch] = [points, batchOf(points, seed, size)].map((some) => vectorField(biasGame(), some));
    for (const at of places) {
      const [before, after] = [drawn(at), batch(at)];
      largest = Math.max(largest, ...before.map((push, i) => Math.abs(push - after[i])));
    }
  }
  return {
    holds: largest < 1e-12,
    detail:
      `Batches of ${size} of 1000 reshuffled points, ${draws.length} draws, ${places.length} places: the gradients differ by at most ` +
      `${largest.toExponential(1)} (rounding: below 1e-12).`,
  };
}

/** The notebook's real[idx], fake[idx] with idx = np.random.permutation(1000)[0:size]. */
function batchOf({ real, input }: Points, seed: number, size: number): Points {
  const keys = stream(seed, "order").uniforms(real.length);
  const order = Array.from(keys.keys()).sort((a, b) => keys[a] - keys[b]);
  const taken = (values: Float64Array) => Float64Array.from(order.slice(0, size), (i) => values[i]);
  return { real: taken(real), input: taken(input) };
}

/**
 * Is the equilibrium lost where the discriminator makes several steps before each of the generator's? On the grid, for step
 * sizes up to the notebook's.
 * @param several numbers of D's steps a round
 */
export function stepsOfDiscriminatorHarm(several: readonly number[]): ExactResult {
  const cases = [0.01, 0.05, 0.1].flatMap((stepSize) =>
    several.map((steps) => ({ steps, radius: radiusWith(steps, stepSize) })),
  );
  const alone = [0.01, 0.05, 0.1].map((stepSize) => radiusWith(1, stepSize));
  const [least, most] = [Math.min(...cases.map(({ radius }) => radius)), Math.max(...alone)];
  return {
    holds: most < 1 && least > 1,
    detail:
      `Spectral radius of a round at the equilibrium, step sizes 0.01, 0.05 and 0.1: at most ${most.toFixed(4)} with one step of ` +
      `the discriminator, at least ${least.toFixed(4)} with ${several.join(", ")} (below 1 the equilibrium attracts, above 1 it repels).`,
  };
}

const radiusWith = (steps: number, stepSize: number): number =>
  spectralRadius(jacobian(roundOf(steps, stepSize), equilibrium));

/** One round: `steps` of the discriminator, then one of the generator. */
function roundOf(steps: number, stepSize: number): Step {
  return (start) => {
    let [bD, bG] = start;
    for (let step = 0; step < steps; step++) bD += stepSize * gridWithMargins([bD, bG])[0];
    bG += stepSize * gridWithMargins([bD, bG])[1];
    return [bD, bG];
  };
}

/**
 * Are the loop's gradients those of the objective that the notebook plots? Compared with central differences, at b_D and b_G
 * from −2.5 to 2 by quarters, which on the grid lie half a spacing from the nearest pole.
 * @param margin of D in the loop; the plotted objective has none
 */
export function gradientIsThatOfTheObjective(margin: number): ExactResult {
  const field = vectorField(biasGame({ margin }), grid);
  const objective = objectiveOf(grid);
  const width = 1e-6;
  const biases = Array.from({ length: 19 }, (_, i) => -2.5 + i / 4);
  let [largest, where] = [0, ""];
  for (const bD of biases) {
    for (const bG of biases) {
      const [d, g] = field([bD, bG]);
      const byD = (objective(bD + width, bG) - objective(bD - width, bG)) / (2 * width);
      const byG = (objective(bD, bG + width) - objective(bD, bG - width)) / (2 * width);
      // D climbs the objective, G descends it.
      const gap = Math.max(Math.abs(d - byD), Math.abs(-g - byG));
      if (gap > largest) [largest, where] = [gap, `(${bD}, ${bG})`];
    }
  }
  return {
    holds: largest < 1e-4,
    detail:
      `With margins of ${margin} the largest difference between the loop's gradient and the objective's slope, at ${biases.length ** 2} ` +
      `places, is ${largest.toExponential(1)}, at ${where} (equal: below 1e-4).`,
  };
}

/** Are the runs from the notebook's start the same to the bit with another clamp, for both methods and all η ≤ ½? */
export function clampIsIdle(clamp: number | null): ExactResult {
  const other = vectorField(biasGame({ clamp }), grid);
  let differing = 0;
  let runs = 0;
  for (const method of [gradientDescent, extragradient]) {
    for (const stepSize of [0.01, 0.05, 0.1, 0.2, 0.3, 0.5]) {
      const [path, otherPath] = [gridWithMargins, other].map((field) =>
        iterates(method(field, stepSize), [-3, 0], 10_000),
      );
      runs++;
      if (path.some((coordinate, i) => coordinate !== otherPath[i])) differing++;
    }
  }
  const what = clamp === null ? "without the clamp" : `with the clamp at ±${clamp}`;
  return {
    holds: differing === 0,
    detail: `${differing} of ${runs} runs of 10,000 iterations differ ${what} (either method, η from 0.01 to 0.5).`,
  };
}
