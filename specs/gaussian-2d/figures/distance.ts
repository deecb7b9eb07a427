import { curves, spreadText } from "../../../src/figure/curves.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { type AxisOptions, logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { epochEnds, epochs, roundsAnEpoch } from "../arms.ts";
import { medianEnd } from "./plane.ts";

/** Both measures of the distance to the target over the epochs, against those of the points that the run was trained on. */
export function drawDistance(trials: TrialsByArm): string {
  const { deck } = trials;
  const points = trials["the run's own 1000 points"];
  const times = median(trained(deck).map((run) => end(run) / end(points.find(({ seed }) => seed === run.seed)!)));
  const all = trained(deck).flatMap(({ curves }) => Array.from(curves.wasserstein2));
  const domain = logDomain([medianEnd(points, "wasserstein2"), ...all]);
  const lost = failures(deck);
  const panels = [
    panel(trials, "wasserstein2", {
      label: "Wasserstein-2 distance, units of the data",
      type: "log",
      domain,
      ticks: logTicks(domain),
    }),
    panel(
      trials,
      "bhattacharyya",
      { label: "Bhattacharyya coefficient", domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1] },
      0.9,
    ),
  ];
  return sheet([panels], {
    title: `In the median a run ends ${roundText(medianEnd(deck, "wasserstein2"))} from the target, ${times.toFixed(1)} times as far as its own 1000 points`,
    subtitle: `From the generated Gaussian to the target, in closed form: median over ${trained(deck).length} seeds, quartile band, ${spreadText(trained(deck).length)}${lost ? ` (not drawn: ${lost})` : ""}; dashed: Gaussians fitted to the runs' own points`,
  });
}

const end = ({ end }: Trial): number => end.wasserstein2;

function panel(trials: TrialsByArm, metric: string, y: AxisOptions, overlap?: number): Panel {
  const level = medianEnd(trials["the run's own 1000 points"], metric);
  return curves({
    series: [
      {
        name: "generated",
        color: hue.blue,
        x: epochEnds.map((round) => round / roundsAnEpoch),
        runs: trained(trials.deck).map(({ curves }) => curves[metric]),
      },
    ],
    x: { label: "epoch", domain: [0, epochs], ticks: [0, 5, 10, 15, 20] },
    y,
    references: [
      { value: level, label: "its 1000 points" },
      ...(overlap ? [{ value: overlap, label: "overlap: 0.9" }] : []),
    ],
    width: 500,
    height: 360,
    labelWidth: 112,
  });
}
