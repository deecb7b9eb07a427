/** What the notebook's code adds to the game: margins, a clamp, batches, its gradients, and the size of its sample. */
import { algebra, setting } from "../../../src/language/finding.ts";
import { clampIsIdle, gradientIsThatOfTheObjective, reshufflingIsIdle, stepsOfDiscriminatorHarm } from "../code.ts";
import { a } from "../theory.ts";
import { type Notebook, quotes } from "./notebook.ts";

export const claimsOnDetails = ({ comparison, exact }: Notebook): void => {
  comparison("margins-matter", {
    version: 2,
    says: "implies",
    quote: "#margins for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "With the margins of 0.001 extragradient at step size 0.1 ends closer to (−½, −1) (mean distance over the last 1000 iterations) than without them.",
    for: ["extragradient, 0.1", "extragradient, 0.1, no margins"],
    value: { unit: "mean distance", of: ({ end }) => end.meanDistance },
    better: "smaller",
    controls: {
      positive: { what: "margins, and a player that stays at the start", for: ["extragradient, 0.1", "no steps"] },
    },
    finding: ({ median }) =>
      `Without margins the nearest point's force, ${algebra("1/(n·u)")}, has no bound: a step that lands beside a pole is thrown far ` +
      "away, where D's exponential has vanished and with it the force that could bring it back. The mean distance over the last " +
      `${setting(1000)} iterations is ${median("extragradient, 0.1, no margins", ({ end }) => end.meanDistance)} in the median, with ` +
      `margins ${median("extragradient, 0.1", ({ end }) => end.meanDistance)}.`,
  });

  exact("threshold-is-idle", {
    says: "ours",
    quote: "#thresholding for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "From the notebook's start, on the grid, at step sizes up to 0.5, both methods' trajectories are the same to the bit without the clamp at ±5.",
    check: () => clampIsIdle(null),
    controls: { negative: { what: "a clamp at ±0.5", check: () => clampIsIdle(0.5) } },
  });

  exact("reshuffling-makes-no-sense", {
    says: "states",
    quote: quotes.batches,
    at: "Extra Gradient, the loop",
    hypothesis:
      "As a batch is all 1000 points, reshuffling leaves the gradient as it is, to rounding: on 8 draws, at 24 places.",
    check: () => reshufflingIsIdle(1000),
    controls: { negative: { what: "batches of 500", check: () => reshufflingIsIdle(500) } },
  });

  exact("multiple-discriminator-steps-make-no-sense", {
    says: "states",
    quote: quotes.batches,
    at: "Extra Gradient, the loop",
    hypothesis:
      "With 2, 3, 5 or 10 steps of the discriminator before each of the generator's the equilibrium repels, with one it attracts: " +
      "on the grid, at step sizes 0.01, 0.05 and 0.1.",
    check: () => stepsOfDiscriminatorHarm([2, 3, 5, 10]),
    controls: { negative: { what: "one step in place of several", check: () => stepsOfDiscriminatorHarm([1]) } },
    finding: ({ number }) =>
      "Left to itself the discriminator runs away from the equilibrium, where it stands in a trough of its objective, and only the " +
      `generator's answer brings it back. In small steps a round of k and one grows or decays as ${algebra("k·(a − 1) − a")} says, which is ` +
      `positive from k = a/(a − ${algebra("1")}) = ${number(a / (a - 1))} on.`,
    figures: ["objective-surface"],
  });

  exact("loop-climbs-the-plotted-objective", {
    says: "implies",
    quote: "#calculate gradients",
    at: "Gradient Descent, against the cell that plots the objectives",
    hypothesis:
      "The gradients in the loop are the slopes of the objective that the first figure plots, to 10⁻⁴, on the grid, at 361 places.",
    check: () => gradientIsThatOfTheObjective(0.001),
    controls: {
      negative: { what: "margins of 0.01", check: () => gradientIsThatOfTheObjective(0.01) },
      positive: { what: "no margins in the loop", check: () => gradientIsThatOfTheObjective(0) },
    },
    finding:
      "The plotted objective has no margins. The loop has them in D, and then multiplies by " +
      `${algebra("D/(1 − D)")}, which belongs to the slope of ${algebra("log(1 − D)")} only without them: so the loop's gradient is ` +
      "that of neither.",
    figures: ["objective-surface"],
  });

  comparison("sampled-equilibrium-moves", {
    version: 2,
    says: "ours",
    quote: "n=1000 #sample size",
    at: "first cell",
    hypothesis:
      "Extragradient at step size 0.1 ends closer to b_G = −1 with 10,000 points than with 1000: the equilibrium moves with the draw.",
    for: ["extragradient, 0.1, n = 10,000", "extragradient, 0.1"],
    value: { unit: "|b_G + 1|", of: ({ end }) => Math.abs(end.biasG + 1) },
    better: "smaller",
    controls: {
      positive: {
        what: "1000 points against a player that stays at the start",
        for: ["extragradient, 0.1", "no steps"],
      },
    },
  });
};
