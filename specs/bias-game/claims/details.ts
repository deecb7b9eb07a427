/** What the notebook adds for numerical stability, and the size of its sample. */
import { algebra, setting } from "../../../src/language/finding.ts";
import { clampIsIdle } from "../theory.ts";
import type { Notebook } from "./notebook.ts";

export const claimsOnDetails = ({ claim, exact }: Notebook): void => {
  claim("margins-matter", {
    quote: "#margins for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "Without the margins of 0.001 extragradient at step size 0.1 ends farther away (mean distance over the last 1000 iterations) than with them.",
    for: ["extragradient, 0.1, no margins", "extragradient, 0.1"],
    holds: (without, withMargins) => without.end.meanDistance > withMargins.end.meanDistance,
    atLeast: 0.5,
    control: { what: "margins in both", for: ["extragradient, 0.1", "extragradient, 0.1"] },
    finding: ({ median }) =>
      `Without margins the nearest point's force, ${algebra("1/(n·u)")}, has no bound: a step that lands beside a pole is thrown far ` +
      "away, where D's exponential has vanished and with it the force that could bring it back. The mean distance over the last " +
      `${setting(1000)} iterations is ${median("extragradient, 0.1, no margins", ({ end }) => end.meanDistance)} in the median, with ` +
      `margins ${median("extragradient, 0.1", ({ end }) => end.meanDistance)}.`,
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "mean distance, without − with margins",
      of: (without, withMargins) => without.end.meanDistance - withMargins.end.meanDistance,
    },
  });

  exact("threshold-is-idle", {
    quote: "#thresholding for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "From the notebook's start, at step sizes up to 0.5, both methods' trajectories are the same to the bit without the clamp at ±5.",
    check: () => clampIsIdle(null),
    control: { what: "a clamp at ±0.5", check: () => clampIsIdle(0.5) },
    expected: { quick: "reproduced", full: "reproduced" },
  });

  claim("sampled-equilibrium-moves", {
    quote: "n=1000 #sample size",
    at: "first cell (finding)",
    hypothesis:
      "Extragradient at step size 0.1 ends closer to b_G = −1 with 10,000 points than with 1000: the equilibrium moves with the draw.",
    for: ["extragradient, 0.1, n = 10,000", "extragradient, 0.1"],
    holds: (many, few) => Math.abs(many.end.biasG + 1) < Math.abs(few.end.biasG + 1),
    atLeast: 0.5,
    control: { what: "1000 points in both", for: ["extragradient, 0.1", "extragradient, 0.1"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "|b_G + 1|, 10,000 − 1000 points",
      of: (many, few) => Math.abs(many.end.biasG + 1) - Math.abs(few.end.biasG + 1),
    },
  });
};
