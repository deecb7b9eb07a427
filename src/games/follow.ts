import type { GameArm } from "../language/arm.ts";
import { distance, type Point, type Step } from "./field.ts";
import type { Equilibrium, Game, Run } from "./game.ts";
import { gradientsPerIteration, methods } from "./methods.ts";

/** A run of a game, measured. */
export interface Trajectory {
  /** Iterations at which `curves` were taken: each of the first twenty or so, then 5 % apart. */
  readonly iterations: Float64Array;
  /** The distance from the equilibrium where it is known, else each parameter, at each of `iterations`. */
  readonly curves: Readonly<Record<string, Float64Array>>;
  /** What `metricsOf` lists, when the run has ended. */
  readonly end: Readonly<Record<string, number>>;
  /** Whether a coordinate, or the mean distance, is no finite number. */
  readonly hasDiverged: boolean;
  /** Every iterate, the start included: `[iterations + 1, parameters]`. Only if the arm asks for it. */
  readonly trajectory?: Float64Array;
}

/** Iterations at the end of a run over which its long-run behaviour is judged. */
const tailLength = 1000;

/** Plays an arm of a game from its start. @param arm of this game; checked already (see `faultsOfGameArm`) */
export function follow(game: Game, arm: GameArm, seed: number): Trajectory {
  const settings = arm.game;
  const field = game.field(settings, seed);
  const players = game.parameters.map(({ player }) => player);
  const step = methods[arm.method](field, arm.stepSize, players);
  const path = iterates(step, arm.start ?? game.start(settings, seed), arm.iterations);
  const last = path.length / players.length - 1;
  const run = { settings, seed, field, step, path, tail: { first: Math.max(1, last - tailLength + 1), last } };

  const equilibrium = game.equilibrium?.(settings);
  const largestCoordinate = path.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  const approach = equilibrium && approachTo(equilibrium, run, gradientsPerIteration[arm.method]);
  const iterations = spacedIterations(last);
  const at = (name: string, i: number) => [name, iterations.map((k) => path[players.length * k + i])] as const;
  return {
    iterations,
    curves: equilibrium
      ? { distance: iterations.map((k) => distance(point(run, players.length, k), equilibrium.at)) }
      : Object.fromEntries(game.parameters.map(({ name }, i) => at(name, i))),
    end: {
      ...Object.fromEntries(game.parameters.map(({ name }, i) => [name, path[players.length * last + i]])),
      largestCoordinate,
      ...approach,
      ...game.measure?.(run),
    },
    hasDiverged: !(Number.isFinite(largestCoordinate) && Number.isFinite(approach?.meanDistance ?? 0)),
    ...(arm.keepTrajectory && { trajectory: path }),
  };
}

/** The start and every iterate: `[iterations + 1, parameters]`. */
export function iterates(step: Step, start: Point, iterations: number): Float64Array {
  const width = start.length;
  const path = new Float64Array(width * (iterations + 1));
  path.set(start);
  let at = start;
  for (let k = 1; k <= iterations; k++) {
    const next = step(at);
    path.set(next, width * k);
    // A deterministic map that returns its argument has settled: every later iterate is this point.
    if (next.every((x, i) => x === at[i])) {
      for (let rest = k + 1; rest <= iterations; rest++) path.set(next, width * rest);
      break;
    }
    at = next;
  }
  return path;
}

const point = ({ path }: Pick<Run<unknown>, "path">, width: number, k: number): Point =>
  Array.from(path.subarray(width * k, width * (k + 1)));

/** How near a run came to the equilibrium, when, and at what cost. */
function approachTo({ at, arrivedWithin }: Equilibrium, run: Run<unknown>, gradientsAnIteration: number) {
  const { first, last } = run.tail;
  const far = (k: number) => distance(point(run, at.length, k), at);

  let settledAfter = 0;
  for (let k = 0; k <= last; k++) {
    if (!(far(k) < arrivedWithin)) settledAfter = k + 1;
  }
  if (settledAfter > last) settledAfter = Number.POSITIVE_INFINITY;

  let [largestDistance, sum] = [0, 0];
  for (let k = first; k <= last; k++) {
    largestDistance = Math.max(largestDistance, far(k));
    sum += far(k);
  }
  return {
    distance: far(last),
    largestDistance,
    meanDistance: sum / (last - first + 1),
    settledAfter,
    gradientsToSettle: settledAfter * gradientsAnIteration,
  };
}

/** 0, 1, 2 … then 5 % apart: dense enough to draw on a logarithmic axis, and free of Math.pow. */
export function spacedIterations(last: number): Float64Array {
  const iterations: number[] = [];
  for (let k = 0; k < last; k += Math.max(1, Math.floor(k / 20))) iterations.push(k);
  return Float64Array.from([...iterations, last]);
}
