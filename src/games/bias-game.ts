import type { BiasGame } from "../language/arm.ts";
import { stream } from "../random/stream.ts";
import type { Field, Point } from "./field.ts";
import { generatorForce } from "./force.ts";

/** Where D is undecided and G's shifted input is the data: u is centred, so D sees both alike. */
export const equilibrium: Point = [-1 / 2, -1];

/** The game's data: real ~ U[0, 1) and input ~ U[1, 2), n of each. */
export interface Points {
  readonly real: Float64Array;
  readonly input: Float64Array;
}

/**
 * The gradients exactly as the notebook writes them, with u = x + b_D and D = margin + (1 − 2·margin)·exp(−u²):
 *
 *     g_D = (Σ −2u_real + Σ 2u_fake·D/(1−D)) / 2n        D ascends
 *     g_G = (Σ 2u_fake·D/(1−D)) / 2n                      G descends
 *
 * The real sum needs no D, so it is −(mean + b_D) whatever the batch's order.
 */
export function vectorField({ margin, clamp }: BiasGame, { real, input }: Points): Field {
  const force = generatorForce(input, { margin, clamp: clamp ?? Number.POSITIVE_INFINITY });
  const meanReal = mean(real);
  return ([bD, bG]) => {
    const fake = force(bD, bG) / (2 * input.length);
    return [-(meanReal + bD) + fake, -fake];
  };
}

/** Points of one seed; the grid is the same for all seeds. */
export function pointsOf(game: BiasGame, seed: number): Points {
  const { kind, count } = game.points;
  if (kind === "grid") return gridPoints(count);
  return {
    real: Float64Array.from(stream(seed, "data/real").uniforms(count)),
    input: Float64Array.from(stream(seed, "data/input").uniforms(count), (u) => 1 + u),
  };
}

/** The draw-free data set: x_i = (i + ½)/n, and the same shifted by 1. */
export const gridPoints = (count: number): Points => ({
  real: Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count),
  input: Float64Array.from({ length: count }, (_, i) => 1 + (i + 0.5) / count),
});

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
