import type { GameArm } from "../language/arm.ts";
import { equilibrium, pointsOf, vectorField } from "./bias-game.ts";
import { distance, type Field, type Point, type Step } from "./field.ts";
import { gradientsPerIteration, methods } from "./methods.ts";
import { nearest, stationaryPoints } from "./stationary.ts";
import { jacobian, spectralRadius } from "./theory.ts";

/** A run of a game, measured. Distances are Euclidean, to the equilibrium of the noise-free game. */
export interface Journey {
  /** Iterations at which `distance` was taken, about evenly spaced in their logarithm. */
  readonly iterations: Float64Array;
  readonly distance: Float64Array;
  readonly end: {
    readonly distance: number;
    readonly biasD: number;
    readonly biasG: number;
    /** Over the last 1000 iterations: largest and mean distance, range of b_G. */
    readonly largestDistance: number;
    readonly meanDistance: number;
    readonly amplitude: number;
    /** Largest |b_D| or |b_G| of the whole run. */
    readonly largestCoordinate: number;
    /** Iterations, and evaluations of the gradient, until the distance stays below ¼; Infinity if it never does. */
    readonly settledAfter: number;
    readonly gradientsToSettle: number;
    /**
     * Of the method's map at the equilibrium of these points that is nearest to the run's last 1000 iterations: below 1,
     * the run contracts there. NaN if there is none within 1 of b_G = −1, or if the game has no margins (its field has poles).
     */
    readonly spectralRadius: number;
  };
  /** Every iterate, start included: `[iterations + 1, 2]` as (b_D, b_G). Only if the arm asks for it. */
  readonly trajectory?: Float64Array;
}

/** Iterations at the end of a run over which a long-run behaviour is judged (CLAIMS: "the last 1000 iterations"). */
const tail = 1000;
/** Distance below which a run counts as arrived (CLAIMS: "until the distance stays below .25"). */
const arrived = 0.25;

/** Plays the arm's game from its start. */
export function follow(arm: GameArm, seed: number): Journey {
  const field = vectorField(arm.game, pointsOf(arm.game, seed));
  const step = methods[arm.method](field, arm.stepSize);
  const { meanBiasG, ...journey } = measure(arm, iterates(step, arm.start, arm.iterations));
  return {
    ...journey,
    end: { ...journey.end, spectralRadius: arm.game.margin > 0 ? radiusNear(field, step, meanBiasG) : Number.NaN },
  };
}

/** Spectral radius of a map at the stationary point of its field that is nearest to b_G. */
function radiusNear(field: Field, step: Step, biasG: number): number {
  // The field's components add up to −(mean + b_D) wherever it is evaluated.
  const [d, g] = field([0, 0]);
  const points = stationaryPoints(field, {
    biasD: d + g,
    low: equilibrium[1] - 1,
    high: equilibrium[1] + 1,
    spacing: 1e-3,
  });
  const point = nearest(points, biasG);
  return point ? spectralRadius(jacobian(step, point)) : Number.NaN;
}

/** The start and every iterate, `[iterations + 1, 2]`. */
export function iterates(step: Step, start: Point, iterations: number): Float64Array {
  const path = new Float64Array(2 * (iterations + 1));
  path.set(start);
  let at = start;
  for (let k = 1; k <= iterations; k++) {
    const next = step(at);
    path.set(next, 2 * k);
    // A deterministic map that returns its argument has settled: every later iterate is this point.
    if (next[0] === at[0] && next[1] === at[1]) {
      for (let rest = k + 1; rest <= iterations; rest++) path.set(next, 2 * rest);
      break;
    }
    at = next;
  }
  return path;
}

type Measured = Omit<Journey, "end"> & { end: Omit<Journey["end"], "spectralRadius">; meanBiasG: number };

function measure({ method, keepTrajectory }: GameArm, path: Float64Array): Measured {
  const last = path.length / 2 - 1;
  const point = (k: number): Point => [path[2 * k], path[2 * k + 1]];
  const far = (k: number) => distance(point(k), equilibrium);

  let settledAfter = 0;
  let largestCoordinate = 0;
  for (let k = 0; k <= last; k++) {
    if (!(far(k) < arrived)) settledAfter = k + 1;
    largestCoordinate = Math.max(largestCoordinate, Math.abs(path[2 * k]), Math.abs(path[2 * k + 1]));
  }
  if (settledAfter > last) settledAfter = Number.POSITIVE_INFINITY;

  let [largestDistance, sum, sumBiasG] = [0, 0, 0];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const first = Math.max(1, last - tail + 1);
  for (let k = first; k <= last; k++) {
    largestDistance = Math.max(largestDistance, far(k));
    sum += far(k);
    sumBiasG += path[2 * k + 1];
    low = Math.min(low, path[2 * k + 1]);
    high = Math.max(high, path[2 * k + 1]);
  }

  const iterations = spacedIterations(last);
  return {
    iterations,
    distance: iterations.map(far),
    end: {
      distance: far(last),
      biasD: path[2 * last],
      biasG: path[2 * last + 1],
      largestDistance,
      meanDistance: sum / (last - first + 1),
      amplitude: high - low,
      largestCoordinate,
      settledAfter,
      gradientsToSettle: settledAfter * gradientsPerIteration[method],
    },
    meanBiasG: sumBiasG / (last - first + 1),
    ...(keepTrajectory && { trajectory: path }),
  };
}

/** 0, 1, 2 … then 5 % apart: dense enough to draw on a logarithmic axis, and free of Math.pow. */
function spacedIterations(last: number): Float64Array {
  const iterations: number[] = [];
  for (let k = 0; k < last; k += Math.max(1, Math.floor(k / 20))) iterations.push(k);
  return Float64Array.from([...iterations, last]);
}
