import { curves, spreadText } from "../../../src/figure/curves.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { epochEnds, epochs, roundsAnEpoch } from "../arms.ts";
import { told, undecidedLoss } from "../losses.ts";

/** Both losses as the deck prints them: means over an epoch. */
export function drawLosses({ deck }: TrialsByArm): string {
  const runs = trained(deck);
  const lost = failures(deck);
  const x = epochEnds.slice(1).map((round) => round / roundsAnEpoch);
  const ofEpochs = (metric: string) => runs.map((trial) => trial.curves[metric].slice(1));
  const last = median(runs.map(({ end }) => told(end.discriminatorLoss)));
  const chart = curves({
    series: [
      { name: "generator", color: hue.blue, dash: dash.dashed, x, runs: ofEpochs("generatorLoss") },
      { name: "discriminator", color: hue.green, x, runs: ofEpochs("discriminatorLoss") },
    ],
    x: { label: "epoch", domain: [1, epochs], ticks: [1, 5, 10, 15, 20] },
    y: { label: "loss, mean over the epoch", domain: [0.2, 1.8], ticks: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8] },
    references: [{ value: undecidedLoss, label: "ln 2: D tells nothing" }],
    labelWidth: 160,
  });
  return sheet([[chart]], {
    title: `${last < 0.01 ? "Both losses come to rest at ln 2" : "The losses do not come to rest at ln 2"}: the discriminator's last to ${roundText(last)}`,
    subtitle: `Medians over ${runs.length} seeds, quartile band, ${spreadText(runs.length)}${lost ? ` (not drawn: ${lost})` : ""}. At D = ½ everywhere both losses are ln 2`,
  });
}
