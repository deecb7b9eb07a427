import { curves } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { type AxisOptions, logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { earlyUpdates } from "../arms.ts";
import { momentsOf } from "./plane.ts";
import { meanVerdict, meanVerdictByPull } from "./pull.ts";

/** Update 0 has no place on a logarithmic axis; the subtitle tells of it. */
const updates = earlyUpdates.slice(1);
const x: AxisOptions = { label: "update", type: "log", domain: [1, 500], ticks: [1, 2, 5, 10, 20, 50, 100, 200, 500] };

/** The two losses' gradients at the same states, and why the longer of them changes. */
export function drawGradientRatio({ "first updates": all }: TrialsByArm, judgements: Judgements): string {
  const runs = trained(all);
  const ratios = runs.map(({ curves }) => curves.gradientRatio.slice(1));
  const values = ratios.flatMap((ratio) => Array.from(ratio));
  const domain = logDomain([quantile(values, 0.005), quantile(values, 0.995)]);
  const lost = failures(all);
  const ratio = curves({
    title: "gradient norm, non-saturating ÷ saturating",
    series: [{ name: "median", color: hue.blue, x: updates, runs: ratios }],
    x,
    y: { label: "ratio", type: "log", domain, ticks: logTicks(domain) },
    references: [{ value: 1, label: "equal" }],
    width: 490,
    height: 380,
    labelWidth: 70,
  });
  const verdicts = curves({
    title: "D at the fakes",
    series: [
      {
        name: "weighted by\ntheir pull on G",
        color: hue.green,
        dash: dash.dashed,
        x: updates,
        runs: ofMoments(runs, meanVerdictByPull),
      },
      { name: "mean", color: hue.orange, x: updates, runs: ofMoments(runs, meanVerdict) },
    ],
    x,
    y: { label: "D(G(z))", domain: [0, 0.8], ticks: [0, 0.2, 0.4, 0.5, 0.6, 0.8] },
    references: [{ value: 0.5, label: "½" }],
    width: 530,
    height: 380,
    labelWidth: 116,
  });
  return sheet([[ratio, verdicts]], {
    title: title(judgements),
    subtitle:
      `Both losses at the same weights and latents, ${runs.length} seeds: median, quartile band, seeds thin${lost ? ` (not drawn: ${lost})` : ""}. ` +
      `Before the first update the ratio is within ${roundText(Math.max(...runs.map(({ curves }) => Math.abs(curves.gradientRatio[0] - 1))))} of 1. ` +
      "Right: a fake pulls on G as hard as D's logit changes there; where these fakes have D > ½, the saturating loss has the longer gradient",
  });
}

const ofMoments = (runs: readonly Trial[], of: typeof meanVerdict): number[][] =>
  runs.map((trial) => momentsOf(trial).slice(1).map(of));

function title(judgements: Judgements): string {
  const [early, late] = ["early", "after-an-epoch"].map((when) =>
    countOf(judgements, `gaussian-2d/stronger-gradients-${when}`),
  );
  return (
    `At update 10 the non-saturating gradient is the longer on ${early.successes} of ${early.seeds} seeds, ` +
    `after the first epoch on ${late.successes} of ${late.seeds}`
  );
}
