import { curves, failedColor, spreadText } from "../../../src/figure/curves.ts";
import { legend } from "../../../src/figure/legend.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, medianEnd, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";

/** Both distances to the data over the rounds, against those of 1000 draws of the data themselves. */
export function drawWasserstein(trials: TrialsByArm): string {
  const { notebook } = trials;
  const draws = trials["1000 real draws"];
  const [gan, real] = [notebook, draws].map((arm) => medianEnd(arm, "wasserstein1"));
  const lost = failures(notebook);
  const times = `${roundText(Math.round(gan / real))} times`;
  const key = lost ? [[legend([{ label: `${lost}: in no median`, color: failedColor }], { indent: 58 })]] : [];
  return sheet(
    [
      [
        panel(notebook, draws, "wasserstein1", "Wasserstein-1 distance, σ", 0),
        panel(notebook, draws, "kolmogorovSmirnov", "Kolmogorov–Smirnov statistic", 120),
      ],
      ...key,
    ],
    {
      title: `The median run ends ${roundText(gan)} σ from the data, ${gan > real ? `${times} as far as 1000 real draws` : "as near as 1000 real draws"}`,
      subtitle: `Generated distribution against N(0.3, 0.1²): median over ${trained(notebook).length} trained seeds, quartile band, ${spreadText(trained(notebook).length)}; dashed: median of 1000 real draws`,
    },
  );
}

function panel(
  runs: readonly Trial[],
  draws: readonly Trial[],
  metric: string,
  label: string,
  labelWidth: number,
): Panel {
  const level = medianEnd(draws, metric);
  const curvesOf = (some: readonly Trial[]) => some.map((trial) => trial.curves[metric]);
  const domain = logDomain([level, ...curvesOf(runs).flatMap((curve) => Array.from(curve))]);
  return curves({
    series: [
      {
        name: "GAN",
        color: hue.blue,
        x: runs[0].rounds,
        runs: curvesOf(trained(runs)),
        failed: curvesOf(runs.filter(({ state }) => state !== "trained")),
      },
    ],
    x: { label: "round", domain: [0, runs[0].rounds[runs[0].rounds.length - 1]] },
    y: { label, type: "log", domain, ticks: logTicks(domain) },
    references: [{ value: level, label: "1000 real draws" }],
    width: labelWidth > 0 ? 530 : 430,
    height: 360,
    labelWidth,
  });
}
