import { curves } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { failures, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";

/** The round of the claim. */
const round = 10;

/** Norm of G's gradient under the notebook's loss over that under the saturating one, at the same state. */
export function drawGradientRatio({ notebook }: TrialsByArm, judgements: Judgements): string {
  const runs = trained(notebook);
  const ratios = runs.map(({ curves }) => curves.gradientRatio);
  const larger = countOf(judgements, "gaussian-1d/non-saturating-gradients");
  const all = ratios.flatMap((curve) => Array.from(curve));
  const domain = logDomain([quantile(all, 0.002), quantile(all, 0.998)]);
  const lost = failures(notebook);
  const chart = curves({
    series: [{ name: "median", color: hue.blue, x: runs[0].rounds, runs: ratios }],
    x: { label: "round", domain: [0, runs[0].rounds[runs[0].rounds.length - 1]] },
    y: { label: "gradient norm, non-saturating ÷ saturating", type: "log", domain, ticks: logTicks(domain) },
    references: [{ value: 1, label: "equal" }],
    labelWidth: 80,
  });
  return sheet([[chart]], {
    title: `At round ${round} the non-saturating loss has the larger gradient on ${larger.successes} of ${larger.seeds} seeds`,
    subtitle: `Both losses at the same weights and latents; median, quartile band, seeds thin${lost ? ` (not drawn: ${lost})` : ""}`,
  });
}
