/** One method against the other: iterations, gradients, distances, and the step sizes that they bear. The notebook draws both. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { bestStepSizes } from "../arms.ts";
import { criticalStepSizeOf, extragradientOnGrid, gradientDescentOnGrid, thresholdsAgree } from "../theory.ts";
import { type Notebook, quotes, rests, type Told } from "./notebook.ts";

/** Extragradient's mean distance over the last 1000 iterations against gradient descent's; at most 10⁻⁶ is a tie. */
const both = ["extragradient, 0.1", "gradient descent, 0.1"] as const;
const tie = 1e-6;
const isCloser = (extragradient: Measured, gradientDescent: Measured) =>
  extragradient.end.meanDistance < gradientDescent.end.meanDistance - tie;
const isFarther = (extragradient: Measured, gradientDescent: Measured) => isCloser(gradientDescent, extragradient);
const isTie = (extragradient: Measured, gradientDescent: Measured) =>
  !isCloser(extragradient, gradientDescent) && !isFarther(extragradient, gradientDescent);

const meanDistance = { unit: "mean distance", of: ({ end }: Measured) => end.meanDistance };
const iterations = { unit: "iterations", of: ({ end }: Measured) => end.settledAfter };
const gradients = { unit: "gradients", of: ({ end }: Measured) => end.gradientsToSettle };

const againstNoSteps = {
  what: "extragradient at 0.1 against a player that stays at the start",
  for: ["extragradient, 0.1", "no steps"],
} as const;
const againstSmallSteps = {
  what: "extragradient at 0.1 against itself at 0.01: it follows the same flow in steps ten times as long",
  for: ["extragradient, 0.1", "extragradient, 0.01"],
} as const;

const shared = { says: "ours", quote: quotes.bothMethods } as const;

const dependsOnTheStepSize = ({ median }: Told) =>
  `How much it saves depends on the step size. Gradients in the median, extragradient and gradient descent: ` +
  `${median("extragradient, 0.01", gradients.of)} and ${median("gradient descent, 0.01", gradients.of)} at ${setting(0.01)}, ` +
  `${median("extragradient, 0.1", gradients.of)} and ${median("gradient descent, 0.1", gradients.of)} at ${setting(0.1)}, ` +
  `${median("extragradient, 0.2", gradients.of)} and ${median("gradient descent, 0.2", gradients.of)} at ${setting(0.2)}.`;

export const claimsOnTheComparison = ({ comparison, exact }: Notebook): void => {
  comparison("extragradient-is-faster", {
    ...shared,
    version: 2,
    at: "Gradient Descent and Extra Gradient, side by side",
    hypothesis:
      "At step size 0.1 extragradient needs fewer iterations than gradient descent until the distance stays below 0.25.",
    for: both,
    value: iterations,
    better: "smaller",
    controls: { positive: againstSmallSteps },
    figures: ["distance"],
  });

  comparison("extragradient-ends-closer", {
    ...shared,
    version: 2,
    at: "Gradient Descent and Extra Gradient, side by side",
    hypothesis:
      "At step size 0.1 extragradient's mean distance to (−½, −1) over the last 1000 iterations is smaller than gradient descent's; " +
      "they tie where it differs by no more than 10⁻⁶.",
    for: both,
    value: meanDistance,
    better: "smaller",
    tie,
    controls: { positive: againstNoSteps },
    finding: ({ where, seeds, count }) => {
      const settled = where("gradient descent, 0.1", rests);
      const circling = where("gradient descent, 0.1", (trial) => !rests(trial));
      const elsewhere = settled.where(both, (...pair) => !isTie(...pair));
      const hasSeveral = ({ end }: Measured) => end.stationaryPoints > 1;
      return (
        `Over all ${seeds} seeds extragradient is closer on ${count(both, isCloser)}, gradient descent on ` +
        `${count(both, isFarther)}, and they tie on ${count(both, isTie)}. Where gradient descent comes to rest, on ` +
        `${settled.seeds} seeds, they tie on ${settled.count(both, isTie)}. On the others, ${elsewhere.seeds}, they end at ` +
        `different places, and on ${elsewhere.count("gradient descent, 0.1", hasSeveral)} of those the draw has several stationary ` +
        `points: extragradient ends closer on ${elsewhere.count(both, isCloser)}, gradient descent on ` +
        `${elsewhere.count(both, isFarther)} (seeds: ${elsewhere.which(both, isFarther)}). Where gradient ` +
        `descent does not come to rest, extragradient is closer on ${circling.count(both, isCloser)} of ${circling.seeds} seeds.`
      );
    },
    figures: ["distance"],
  });

  for (const [name, stepSize, finding] of [
    ["extragradient-pays-per-gradient", 0.1, dependsOnTheStepSize],
    [
      "extragradient-pays-per-gradient@0.01",
      0.01,
      ({ median }: Told) =>
        "At steps this small both methods all but follow the same flow. The median number of iterations until the distance " +
        `stays below the bound is ${median("extragradient, 0.01", iterations.of)} with extragradient, at two ` +
        `gradients each, and ${median("gradient descent, 0.01", iterations.of)} with gradient descent, at one.`,
    ],
    ["extragradient-pays-per-gradient@0.2", 0.2, dependsOnTheStepSize],
  ] as const) {
    comparison(name, {
      ...shared,
      version: 2,
      at: "Gradient Descent and Extra Gradient, counted by their cost",
      hypothesis:
        `At step size ${stepSize} extragradient, at two gradients an iteration, needs fewer gradients than gradient descent until ` +
        "the distance stays below 0.25. Two runs that never do tie.",
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      value: gradients,
      better: "smaller",
      controls: { positive: againstSmallSteps },
      finding,
      figures: ["distance"],
    });
  }

  comparison("extragradient-pays-at-its-best-step-size", {
    ...shared,
    at: "Gradient Descent and Extra Gradient, counted by their cost, each at its best step size",
    hypothesis:
      `Extragradient at step size ${bestStepSizes.extragradient} needs fewer gradients than gradient descent at ` +
      `${bestStepSizes["gradient descent"]} until the distance stays below 0.25. These are the best of the seven step sizes from 0.01 ` +
      "to 1: three quarters of the seeds 501 to 516 arrive with the fewest gradients.",
    for: [`extragradient, ${bestStepSizes.extragradient}`, `gradient descent, ${bestStepSizes["gradient descent"]}`],
    value: gradients,
    better: "smaller",
    controls: { positive: againstSmallSteps },
    figures: ["distance", "stability-map"],
  });

  for (const [name, stepSize, finding] of [
    ["extragradient-survives-larger-steps", 0.5, undefined],
    [
      "extragradient-survives-step-one",
      1,
      ({ seeds, count, median, computed }: Told) =>
        `On the grid extragradient too loses stability, at a step size of ${computed(() => criticalStepSizeOf(extragradientOnGrid))}. At ${setting(1)} ` +
        `extragradient comes to rest on ${count("extragradient, 1", rests)} of ${seeds} seeds and gradient descent on ` +
        `${count("gradient descent, 1", rests)}; over the last ${setting(1000)} iterations their mean distance is ` +
        `${median("extragradient, 1", meanDistance.of)} and ${median("gradient descent, 1", meanDistance.of)} in the median.`,
    ],
  ] as const) {
    comparison(name, {
      ...shared,
      version: 2,
      at: "Gradient Descent and Extra Gradient, at larger steps than the notebook's",
      hypothesis: `At step size ${stepSize} extragradient's mean distance over the last 1000 iterations is smaller than gradient descent's.`,
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      value: meanDistance,
      better: "smaller",
      controls: { positive: againstNoSteps },
      finding,
      figures: ["stability-map"],
    });
  }

  exact("thresholds-match-theory", {
    says: "ours",
    at: "linear stability at the equilibrium; not in the notebook",
    hypothesis:
      "Near the equilibrium, on the grid, gradient descent loses stability at η = 1/a and extragradient where the spectral " +
      "radius of its own map reaches 1: simulation and theory agree to 1 %.",
    check: () => thresholdsAgree({ gradientDescent: gradientDescentOnGrid, extragradient: extragradientOnGrid }),
    controls: {
      negative: {
        what: "the two maps exchanged in the theory",
        check: () => thresholdsAgree({ gradientDescent: extragradientOnGrid, extragradient: gradientDescentOnGrid }),
      },
    },
    figures: ["stability-map"],
  });
};
