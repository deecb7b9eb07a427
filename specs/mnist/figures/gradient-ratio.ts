import { curves } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, median, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { earliest } from "../arms.ts";
import { lastIteration, valueAt } from "./digits.ts";

/** The two generator losses' gradients at the same states, over the first iterations. */
export function drawGradientRatio({ "first iterations": all }: TrialsByArm, judgements: Judgements): string {
  const runs = trained(all);
  // Iteration 0 has no place on a logarithmic axis; the subtitle tells of it.
  const iterations = Array.from(all[0].rounds).slice(1);
  const ratios = runs.map(({ curves }) => curves.gradientRatio.slice(1));
  const values = ratios.flatMap((ratio) => Array.from(ratio));
  const medians = iterations.map((_, i) => median(ratios.map((ratio) => ratio[i])));
  // Single runs go to 10¹² and beyond, and would press all else into one line.
  const highest = 100 * Math.max(...medians);
  const domain = logDomain([1, quantile(values, 0.002), ...values.filter((value) => value <= highest)]);
  const beyond = ratios.filter((ratio) => ratio.some((value) => value > domain[1])).length;
  const medianAt = (round: number) => roundText(median(runs.map((run) => valueAt(run, "gradientRatio", round))));
  const longer = countOf(judgements, "mnist/non-saturating-gradient");
  const lost = failures(all);
  const chart = curves({
    title: "gradient norm, non-saturating ÷ saturating",
    series: [{ name: "median", color: hue.blue, x: iterations, runs: ratios }],
    x: { label: "iteration", type: "log", domain: [1, lastIteration(all[0])], ticks: iterations },
    y: { label: "ratio", type: "log", domain, ticks: logTicks(domain) },
    references: [{ value: 1, label: "equal" }],
    moments: earliest.map((value) => ({ value, label: `early: ${value}` })),
    width: 840,
    labelWidth: 80,
  });
  return sheet([[chart]], {
    title: `At iterations ${earliest.join(" and ")} the non-saturating gradient is over twice as long on ${longer.successes} of ${longer.seeds} seeds`,
    subtitle:
      `Vanilla GAN, both losses at the same weights and latents: median, quartile band, seeds thin${lost ? ` (not drawn: ${lost})` : ""}. ` +
      `Before the first iteration the ratio is ${medianAt(0)} in the median, ${earliest.map((round) => `${medianAt(round)} at ${round}`).join(", ")}${beyond > 0 ? `; out of the frame: ${beyond} of ${runs.length} seeds, up to ${roundText(Math.max(...values))}` : ""}`,
  });
}
