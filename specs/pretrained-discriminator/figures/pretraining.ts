import { curves, spreadText } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { failures, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";

/** The round of the claim trains-faster. */
const early = 100;

/** What pretraining changes: the distance to the data and the generator's gradient, over training. */
export function drawPretraining(trials: TrialsByArm, judgements: Judgements): string {
  const [ours, others] = [trials.post, trials["not pretrained"]];
  const soon = countOf(judgements, "pretrained-discriminator/trains-faster");
  const late = countOf(judgements, "pretrained-discriminator/ends-better");
  const lost = failures([...ours, ...others]);
  return sheet(
    [
      [
        panel(trials, "wasserstein1", "Wasserstein-1 distance, σ", 0),
        panel(trials, "gradientNorm", "norm of the generator's gradient", 118),
      ],
    ],
    {
      title: `Pretrained runs are closer on ${soon.successes} of ${soon.seeds} seeds after ${early} rounds, on ${late.successes} in the end`,
      subtitle: `Median over the seeds, quartile band, ${spreadText(ours.length)}; round 0 is drawn at 1. Gradients of 0, where D is clamped at all samples, lie below the frame${lost ? `; not drawn: ${lost}` : ""}`,
    },
  );
}

const compared = [
  { arm: "post", name: "pretrained", color: hue.blue, dash: undefined },
  { arm: "not pretrained", name: "not pretrained", color: hue.red, dash: dash.dashed },
] as const;

function panel(trials: TrialsByArm, metric: string, label: string, labelWidth: number): Panel {
  const series = compared.map(({ arm, name, color, dash: dashes }) => ({
    name,
    color,
    dash: dashes,
    x: Array.from(trials[arm][0].rounds, (round) => Math.max(1, round)),
    runs: trained(trials[arm]).map(({ curves: recorded }) => recorded[metric]),
  }));
  const all = series.flatMap(({ runs }) => runs.flatMap((run) => Array.from(run)));
  // Where D is clamped everywhere that G puts samples, the gradient is 0 and lies on the bottom line.
  const positive = all.filter((value) => value > 0);
  const domain = logDomain([quantile(positive, 0.02), quantile(positive, 0.995)]);
  return curves({
    series,
    x: { label: "round", type: "log", domain: [1, 10_000], ticks: [1, 10, 100, 1000, 10_000] },
    y: { label, type: "log", domain, ticks: logTicks(domain) },
    width: labelWidth > 0 ? 530 : 440,
    height: 350,
    labelWidth,
  });
}
