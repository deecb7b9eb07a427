/** What becomes of the game under another optimizer. */
import { median as medianOf } from "../../../src/statistics/quantile.ts";
import { atLeastHalfHold } from "../../../src/statistics/sign-tests.ts";
import { perturbations } from "../arms.ts";
import { closer, type Post, w1 } from "./measures.ts";

type Perturbed = keyof typeof perturbations;
const perturbed = Object.keys(perturbations) as Perturbed[];
/** More momentum or a larger step size than the post's; Adam's 0.001 is a step's length, not a factor of the gradient. */
const larger: readonly Perturbed[] = ["momentum 0.9", "step size 0.01", "step size 0.1", "Adam 0.001"];
const smaller: readonly Perturbed[] = perturbed.filter((name) => !larger.includes(name));

const quotes = {
  fragile: "try changing the optimizer or few of the parameters and you will see how fragile the system is",
};

export const claimsOnFragility = ({ statistic }: Post): void => {
  statistic("fragile-to-optimizer", {
    quote: quotes.fragile,
    at: "Results, note",
    hypothesis:
      "Of seven perturbations of the optimizer (momentum 0 and 0.9; step sizes 10⁻⁴, 10⁻² and 10⁻¹; Adam at 10⁻³ and 10⁻⁴) at least half " +
      "do harm: the post's own setting ends closer on most seeds (sign tests, Holm-corrected at 5 %).",
    for: ["post", ...perturbed],
    unit: "perturbations of seven that do harm; up to so many may",
    decide: atLeastHalfHold((base, perturbed) => w1(base) < w1(perturbed)),
    control: { what: "the base against itself, seven times", for: Array.from({ length: 8 }, () => "post" as const) },
    finding: ({ seeds, count, median, values }) => {
      const told = perturbed.map((arm) => `${arm} at ${median(arm, w1)} σ (${count(["post", arm], closer)})`);
      const medians = (arms: readonly Perturbed[]) =>
        arms.map((arm) => values(arm, w1)).map((some) => (some.length > 0 ? medianOf(some) : Number.NaN));
      const areLargerWorse = Math.min(...medians(larger)) > Math.max(...medians(smaller));
      return (
        `Over ${seeds} seeds the post's own setting ends at ${median("post", w1)} σ in the median. The others, and on how many ` +
        `seeds the post ends closer: ${told.join(", ")}.` +
        `${areLargerWorse ? " The system is fragile towards larger steps, less so towards smaller ones." : ""}`
      );
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["forest"],
  });
};
