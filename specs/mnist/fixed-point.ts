/** "Results in the same fixed point": both generator losses in a game whose players are tables, where fixed points can be read off. */
import type { ExactResult } from "../../src/language/claim.ts";

/** p(x) on a few points. */
type Shares = readonly number[];

const data: Shares = [0.5, 0.3, 0.2];
/** Points of the grid on each side of the simplex of the generator's shares; `data` is one of them. */
const grid = 20;
const tolerance = 1e-12;

/** D's answer at a point where the data have share p and the generator q. */
export type Answer = (p: number, q: number) => number;
/** The best answer to both, which is what D rests at (Goodfellow et al. 2014, proposition 1). */
export const best: Answer = (p, q) => p / (p + q);

/**
 * The generator is a softmax over points, D answers each point by itself. With D at rest, a loss E_q ℓ(D(x)) moves the softmax's
 * parameters by q_i (ℓ_i − Σ q_j ℓ_j): it is looked for on a grid of the simplex's inside where this vanishes, for
 * ℓ = log(1 − D), the minimax game's, and for ℓ = −log D.
 */
export function haveSameFixedPoint(answer: Answer): ExactResult {
  const [saturating, nonSaturating] = [(d: number) => Math.log(1 - d), (d: number) => -Math.log(d)].map((loss) =>
    inside().filter((q) => speed(q, answer, loss) < tolerance),
  );
  const areTheData = (found: readonly Shares[]) =>
    found.length === 1 && found[0].every((share, i) => Math.abs(share - data[i]) < tolerance);
  return {
    holds: areTheData(saturating) && areTheData(nonSaturating),
    detail:
      `Of ${inside().length} distributions on three points, log(1 − D) rests at ${namesOf(saturating)}, −log D at ` +
      `${namesOf(nonSaturating)}; the data are ${nameOf(data)}. At rest: the generator's gradient is below ${tolerance.toExponential(0)}.`,
  };
}

/** Length of the gradient in the softmax's parameters. */
function speed(q: Shares, answer: Answer, loss: (d: number) => number): number {
  const losses = q.map((share, i) => loss(answer(data[i], share)));
  const mean = losses.reduce((sum, value, i) => sum + q[i] * value, 0);
  return Math.hypot(...losses.map((value, i) => q[i] * (value - mean)));
}

function inside(): Shares[] {
  const all: Shares[] = [];
  for (let i = 1; i < grid; i++) for (let j = 1; i + j < grid; j++) all.push([i, j, grid - i - j].map((n) => n / grid));
  return all;
}

const nameOf = (q: Shares): string => `(${q.join(", ")})`;
const namesOf = (all: readonly Shares[]): string => (all.length > 0 ? all.map(nameOf).join(" and ") : "none of them");
