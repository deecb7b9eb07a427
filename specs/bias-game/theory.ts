/** The exact claims: algebra and closed forms on the draw-free grid x_i = (i + ½)/n. */

import { biasGame, equilibrium, gridPoints, vectorField } from "../../src/games/bias.game.ts";
import { distance, type Field, type Point, type Step } from "../../src/games/field.ts";
import { iterates } from "../../src/games/follow.ts";
import { extragradient, gradientDescent } from "../../src/games/methods.ts";
import { stationaryPoints } from "../../src/games/stationary.ts";
import { bisect, criticalStepSize, determinant, jacobian, trace } from "../../src/games/theory.ts";
import type { ExactResult } from "../../src/language/claim.ts";

const grid = gridPoints(1000);
const onGrid = (changes: Parameters<typeof biasGame>[0]) => vectorField(biasGame(changes), grid);

/** Determinant of the Jacobian at the equilibrium, in closed form: with H(u) = log(1 − e^{−u²}), a = H′(½). */
export const a = 1 / Math.expm1(1 / 4);

/**
 * The game of infinitely many points, without margins. The fake term ½∫H′ over [s − ½, s + ½] is a difference of H,
 * where s = b_D + b_G + 3/2 is the middle of u.
 */
export const populationField: Field = ([bD, bG]) => {
  const H = (u: number) => Math.log(-Math.expm1(-u * u));
  const s = bD + bG + 3 / 2;
  const fake = (H(s + 1 / 2) - H(s - 1 / 2)) / 2;
  return [-(1 / 2 + bD) + fake, -fake];
};

/** Largest error that still counts as equal. */
const tolerance = 1e-6;

/** b_D = −½, in steps of a tenth of the grid's spacing, next to its points. */
const line = { biasD: -1 / 2, low: -3.00005, high: 1.00005, spacing: 1e-4 };

/** Is `at` the only stationary point, and has the Jacobian there trace −1 and determinant a? */
export function isUniqueEquilibrium(field: Field, at: Point, width: number): ExactResult {
  const [d, g] = field(at);
  const j = jacobian(field, at, width);
  const others = stationaryPoints(field, line).filter((point) => distance(point, at) > 1e-6).length;
  const stationary = Math.abs(d) < tolerance && Math.abs(g) < tolerance;
  const closedForm = Math.abs(trace(j) + 1) < tolerance && Math.abs(determinant(j) - a) < tolerance;
  return {
    holds: stationary && closedForm && others === 0,
    detail:
      `At (${at.join(", ")}) the field is (${d.toExponential(1)}, ${g.toExponential(1)}), the Jacobian's trace ` +
      `${trace(j).toFixed(6)} (−1 expected) and determinant ${determinant(j).toPrecision(7)} (${a.toPrecision(7)} expected, ` +
      `±1e-6); ${others === 0 ? "no" : `at least ${others}`} other stationary points with b_D = −½ and b_G from −3 to 1.`,
  };
}

/** Is the field zero at a point? */
export function isStationary(field: Field, at: Point): ExactResult {
  const [d, g] = field(at);
  return {
    holds: Math.abs(d) < tolerance && Math.abs(g) < tolerance,
    detail: `At (${at.join(", ")}) the discriminator is pushed by ${d.toFixed(6)} and the generator by ${g.toFixed(6)}; 0 is expected, ±1e-6.`,
  };
}

/** How many stationary points are found with b_D = −½ and b_G from −3 to 1. */
export const stationaryPointsOf = (field: Field): number => stationaryPoints(field, line).length;

/** Would the discriminator gain by leaving `at`, in either direction? It would where ∂g_D/∂b_D is positive. */
export function discriminatorWouldLeave(at: Point): ExactResult {
  const [[slope]] = jacobian(populationField, at, 1e-4);
  return {
    holds: slope > 0,
    detail: `At (${at.join(", ")}) the objective's second derivative along b_D is ${slope.toFixed(4)}; a − 1 = ${(a - 1).toFixed(4)} is expected at (−0.5, −1).`,
  };
}

export const gridWithoutMargins = onGrid({ margin: 0 });
export const gridWithMargins = onGrid({});

/** Step sizes at which either method stops contracting at the equilibrium, by its own map and by simulation. */
export function thresholdsAgree(theory: { gradientDescent: Method; extragradient: Method }): ExactResult {
  const predicted = {
    gradientDescent: criticalStepSizeOf(theory.gradientDescent),
    extragradient: criticalStepSizeOf(theory.extragradient),
  };
  const simulated = {
    gradientDescent: bisect((eta) => isUnstable(gradientDescentOnGrid(eta)), 0.01, 1, 1e-4),
    extragradient: bisect((eta) => isUnstable(extragradientOnGrid(eta)), 0.01, 1, 1e-4),
  };
  const close = (x: number, y: number) => Math.abs(x / y - 1) < 0.01;
  return {
    holds:
      close(simulated.gradientDescent, predicted.gradientDescent) &&
      close(simulated.extragradient, predicted.extragradient) &&
      close(simulated.gradientDescent, 1 / a),
    detail:
      `Gradient descent loses stability at a step size of ${simulated.gradientDescent.toFixed(4)} in simulation and at ` +
      `${predicted.gradientDescent.toFixed(4)} by its spectral radius (1/a = ${(1 / a).toFixed(4)}); extragradient at ` +
      `${simulated.extragradient.toFixed(4)} and ${predicted.extragradient.toFixed(4)}; 1 % is allowed.`,
  };
}

/** The step size at which a method's own map stops contracting at the equilibrium, on the grid. */
export const criticalStepSizeOf = (method: Method): number => criticalStepSize(method, equilibrium, 0.01, 1);

type Method = (stepSize: number) => Step;
export const gradientDescentOnGrid: Method = (stepSize) => gradientDescent(gridWithMargins, stepSize);
export const extragradientOnGrid: Method = (stepSize) => extragradient(gridWithMargins, stepSize);

/** Starts 10⁻⁶ away from the equilibrium: is the run farther away after 3,000 iterations than it was? */
function isUnstable(step: Step): boolean {
  const start: Point = [equilibrium[0] + 1e-6, equilibrium[1]];
  const path = iterates(step, start, 3000);
  const end: Point = [path[path.length - 2], path[path.length - 1]];
  return !(distance(end, equilibrium) < distance(start, equilibrium));
}
