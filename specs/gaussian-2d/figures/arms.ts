import { type ForestRow, forestPlot } from "../../../src/figure/forest-plot.ts";
import { logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { stepSizeArms } from "../arms.ts";
import { medianEnd } from "./plane.ts";

const others = [
  "saturating loss",
  "stale fakes",
  "fresh draws",
  "batches of 40",
  "80 epochs",
  "80 epochs, D 0.01, G 0.001",
  "unpaired coordinates",
] as const;

/** Where every arm ends: the deck, other step sizes, other settings, and the run's own points. */
export function drawArms(trials: TrialsByArm): string {
  const rows = [
    row("the deck: D 0.05, G 0.005", trials.deck, hue.blue, "diamond"),
    ...Object.keys(stepSizeArms).map((name) => row(name, trials[name], hue.green, "circle")),
    ...others.map((name) => row(name, trials[name], hue.orange, "square")),
    row("the run's own 1000 points", trials["the run's own 1000 points"], theme.faint, "diamond"),
  ];
  const domain = logDomain(rows.flatMap(({ low, high }) => [low, high]));
  const chart = forestPlot({
    rows,
    x: { label: "Wasserstein-2 distance to the target at the end", type: "log", domain, ticks: logTicks(domain) },
    reference: medianEnd(trials.deck, "wasserstein2"),
    width: 860,
    rowHeight: 27,
    marginLeft: 190,
    marginRight: 190,
  });
  return sheet([[chart]], {
    title: title(trials),
    subtitle:
      `Median and quartiles over ${trials.deck.length} seeds. Blue: the deck, with a dashed line at its median; green circles: the deck with other step sizes; ` +
      "orange squares: the deck with one other thing changed. Right: median, and the runs whose Bhattacharyya coefficient is above 0.9",
  });
}

function row(name: string, trials: readonly Trial[], color: string, symbol: ForestRow["symbol"]): ForestRow {
  const values = trained(trials).map(({ end }) => end.wasserstein2);
  const overlapping = trials.filter(({ end }) => end.bhattacharyya > 0.9).length;
  const lost = failures(trials);
  const middle = quantile(values, 1 / 2);
  return {
    name,
    color,
    symbol,
    low: quantile(values, 1 / 4),
    middle,
    high: quantile(values, 3 / 4),
    text: `${roundText(middle)}, ${overlapping} of ${trials.length} overlap${lost ? `; ${lost}` : ""}`,
  };
}

function title(trials: TrialsByArm): string {
  const own = medianEnd(trials.deck, "wasserstein2");
  const better = Object.keys(stepSizeArms).filter((name) => medianEnd(trials[name], "wasserstein2") < own);
  const count = Object.keys(stepSizeArms).length;
  return better.length === 0
    ? `None of ${count} other pairs of step sizes ends nearer than the deck's`
    : `${better.length} of ${count} other pairs of step sizes end nearer than the deck's: ${better.join("; ")}`;
}
