import { expect, test } from "vitest";
import bias from "../../src/games/bias.game.ts";
import { follow } from "../../src/games/follow.ts";
import { vary } from "../../src/language/describe.ts";
import { seedsIn, tuning } from "../../src/language/seeds.ts";
import { quantile } from "../../src/statistics/quantile.ts";
import { arms, bestStepSizes } from "./arms.ts";

const stepSizes = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1] as const;
const seeds = seedsIn(tuning);

test.each(["gradient descent", "extragradient"] as const)("the best of seven step sizes of %s", (method) => {
  const cost = stepSizes.map((stepSize) => {
    // Whoever arrives for good has done so by then.
    const arm = vary(arms[`${method}, ${stepSize}`], { iterations: 1000 });
    return quantile(
      seeds.map((seed) => follow(bias, arm, seed).end.gradientsToSettle),
      0.75,
    );
  });
  expect(stepSizes[cost.indexOf(Math.min(...cost))], `gradients: ${cost.join(", ")}`).toBe(bestStepSizes[method]);
});
