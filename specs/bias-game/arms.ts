/**
 * The notebook "gradient descent dynamics on a simple, two-dimensional GAN example": each player has one bias.
 * Real data ~ U[0, 1], input ~ U[1, 2], D(x) = exp(−(x + b_D)²), G(z) = z + b_G: the generator must learn b_G = −1.
 */

import { biasGame } from "../../src/games/bias.game.ts";
import type { GameArm, GameMethod } from "../../src/language/arm.ts";
import { game, vary } from "../../src/language/describe.ts";

const notebook = game({
  game: biasGame(), // n = 1000 of either kind, margins of 0.001, output clamped to ±5
  method: "gradient-descent",
  stepSize: 0.1,
  iterations: 10_000,
  start: [-3, 0],
});

const gradientDescent = (stepSize: number) => vary(notebook, { stepSize });
const extragradient = (stepSize: number) => vary(notebook, { stepSize, method: "extragradient" as GameMethod });

/** The notebook shows these as pictures, so every iterate is kept. */
const drawn = (arm: GameArm) => vary(arm, { keepTrajectory: true });

export const arms = {
  "gradient descent, 0.01": gradientDescent(0.01),
  "gradient descent, 0.05": gradientDescent(0.05),
  "gradient descent, 0.1": drawn(gradientDescent(0.1)),
  "gradient descent, 0.2": drawn(gradientDescent(0.2)),
  "gradient descent, 0.3": gradientDescent(0.3),
  "gradient descent, 0.5": gradientDescent(0.5),
  "gradient descent, 1": gradientDescent(1),
  "extragradient, 0.01": extragradient(0.01),
  "extragradient, 0.05": extragradient(0.05),
  "extragradient, 0.1": drawn(extragradient(0.1)),
  "extragradient, 0.2": drawn(extragradient(0.2)),
  "extragradient, 0.3": extragradient(0.3),
  "extragradient, 0.5": extragradient(0.5),
  "extragradient, 1": extragradient(1),
  "alternating gradient descent, 0.1": vary(notebook, { method: "alternating-gradient-descent" }),
  "extragradient, 0.1, no margins": vary(extragradient(0.1), { game: { margin: 0 } }),
  "extragradient, 0.1, n = 10,000": vary(extragradient(0.1), { game: { points: { count: 10_000 } } }),
  "extragradient, 0.1, from (−½, −1)": vary(extragradient(0.1), { start: [-1 / 2, -1], iterations: 1000 }),
  "no steps": extragradient(0),
  "no steps, margins of 0.01": vary(extragradient(0), { game: { margin: 0.01 } }),
  "no steps, margins of 0.0001": vary(extragradient(0), { game: { margin: 0.0001 } }),
} satisfies Record<string, GameArm>;

/**
 * Step sizes at which three quarters of the tuning seeds stay within 0.25 of the equilibrium after the fewest gradients: of the
 * seven above, by method (tuning.test.ts).
 */
export const bestStepSizes = { "gradient descent": 0.1, extragradient: 0.3 } as const;
