/** What becomes of the game under another optimizer. */
import type { Measured } from "../../../src/language/claim.ts";
import { median as medianOf } from "../../../src/statistics/quantile.ts";
import { perturbations } from "../arms.ts";
import { isNear, type Post, w1 } from "./measures.ts";

type Perturbed = keyof typeof perturbations;
const perturbed = Object.keys(perturbations) as Perturbed[];
/** More momentum or a larger step size than the post's; Adam's 0.001 is a step's length, not a factor of the gradient. */
const larger: readonly Perturbed[] = ["momentum 0.9", "step size 0.01", "step size 0.1", "Adam 0.001"];
const smaller: readonly Perturbed[] = perturbed.filter((name) => !larger.includes(name));

const quotes = {
  fragile: "try changing the optimizer or few of the parameters and you will see how fragile the system is",
};

/** Of all changes at most half succeed, whatever the first run does. */
const atMostHalfSucceed = (_: Measured, ...changed: readonly Measured[]) =>
  2 * changed.filter(isNear).length <= changed.length;

export const claimsOnFragility = ({ claim }: Post): void => {
  claim("fragile-to-optimizer", {
    version: 2,
    says: "states",
    quote: quotes.fragile,
    at: "Results, note",
    hypothesis:
      "Of the seeds on which the post's own setting succeeds (Wasserstein-1 below 0.3 σ and Kolmogorov–Smirnov below 0.2), half or more are " +
      "such that at most half of seven changes to the optimizer do (momentum 0 and 0.9; step sizes 10⁻⁴, 10⁻² and 10⁻¹; Adam at 10⁻³ " +
      "and 10⁻⁴): the success rate at least halves.",
    for: ["post", ...perturbed],
    among: isNear,
    holds: atMostHalfSucceed,
    atLeast: 0.5,
    controls: {
      negative: {
        what: "draws from the data in the place of the changed runs",
        for: ["post", ...perturbed.map(() => "real draws" as const)],
      },
      positive: {
        what: "draws from the data for the post's own run, untrained generators for the changed ones",
        for: ["real draws", ...perturbed.map(() => "untrained" as const)],
      },
    },
    effect: {
      unit: "share of seven changes that succeed",
      of: (_, ...changed) => changed.filter(isNear).length / changed.length,
    },
    finding: ({ seeds, count, median, values }) => {
      const told = perturbed.map((arm) => `${arm} at ${median(arm, w1)} σ (${count(arm, isNear)})`);
      const medians = (arms: readonly Perturbed[]) =>
        arms.map((arm) => values(arm, w1)).map((some) => (some.length > 0 ? medianOf(some) : Number.NaN));
      const areLargerWorse = Math.min(...medians(larger)) > Math.max(...medians(smaller));
      return (
        `The post's own setting succeeds on ${count("post", isNear)} of ${seeds} seeds and ends at ${median("post", w1)} σ in the ` +
        `median. The others, and on how many seeds they succeed: ${told.join(", ")}.` +
        `${areLargerWorse ? " The system is fragile towards larger steps, less so towards smaller ones." : ""}`
      );
    },
    figures: ["forest"],
  });
};
