import { curves, spreadText } from "../../../src/figure/curves.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { failures, medianEnd, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";

/** The post's third figure: both losses over training. */
export function drawObjectives({ post }: TrialsByArm): string {
  const runs = trained(post);
  const lost = failures(post);
  const series = (metric: string, name: string, color: string, dashes?: string) => ({
    name,
    color,
    dash: dashes,
    x: post[0].rounds.subarray(1),
    runs: runs.map((trial: Trial) => trial.curves[metric].subarray(1)),
  });
  const [d, g] = ["discriminatorLoss", "generatorLoss"].map((metric) => medianEnd(post, metric));
  const chart = curves({
    series: [
      series("discriminatorLoss", "discriminator", hue.green, dash.dashed),
      series("generatorLoss", "generator", hue.blue),
    ],
    x: { label: "round", type: "log", domain: [10, 10_000], ticks: [10, 100, 1000, 10_000] },
    y: { label: "loss, nats", domain: [0, 3], ticks: [0, 0.5, 1, 1.5, 2, 2.5, 3] },
    references: [
      { value: 2 * Math.LN2, label: "2 ln 2" },
      { value: Math.LN2, label: "ln 2" },
    ],
    labelWidth: 110,
  });
  return sheet([[chart]], {
    title: `The losses end at ${roundText(d)} and ${roundText(g)}; two players that know nothing have ${roundText(2 * Math.LN2)} and ${roundText(Math.LN2)}`,
    subtitle: `Means between records: −log D(x) − log(1 − D(G(z))) and −log D(G(z)). Median, quartile band, ${spreadText(runs.length)}${lost ? `; not drawn: ${lost}` : ""}`,
  });
}
