import { curves, type Series } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { numberText } from "../../../src/figure/scales.ts";
import { medianEnd, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { longer } from "../arms.ts";
import { digits, failed, floorText, lastIteration, middleRun, percent } from "./digits.ts";
import { distanceAxis } from "./distance-axis.ts";

const plain = { arm: longer("tanh, Adam"), name: "tanh, Adam", color: hue.blue } as const;
const dropped = {
  arm: longer("tanh, Adam, dropout"),
  name: "with dropout",
  color: hue.purple,
  dash: dash.fine,
} as const;
const shown = [plain, dropped];

/** The slides' two favourites over a training far longer than their pictures': which is closer, and when. */
export function drawFavourites(trials: TrialsByArm, judgements: Judgements): string {
  const { rounds } = trials[plain.arm][0];
  const series = shown.map(({ arm, ...look }): Series => {
    return { ...look, x: rounds, runs: trained(trials[arm]).map(({ curves }) => curves.frechet) };
  });
  const values = series.flatMap(({ runs }) => runs.flatMap((run) => Array.from(run)));
  const distance = curves({
    title: "Fréchet distance over training",
    series,
    x: { label: "iteration", domain: [rounds[0], rounds[rounds.length - 1]], ticks: Array.from(rounds) },
    y: distanceAxis("Fréchet distance, % of variance", [quantile(values, 0.005), quantile(values, 0.995)]),
    hasDots: true,
    bandOpacity: 0.1,
    width: 560,
    height: 400,
    labelWidth: 110,
  });
  const grids = shown.map(({ arm, name }) => digits(middleRun(trials[arm]), { title: `${name}: middle seed` }));
  return sheet([[distance, ...grids]], {
    gap: 18,
    title: title(trials, judgements),
    subtitle:
      `Step size 0.0005 in both. Left: median of ${trials[plain.arm].length} seeds, quartile band, seeds thin; dots where it was measured. Right: the seed in the middle, ` +
      `after ${numberText(lastIteration(trials[plain.arm][0]))} iterations. ${floorText(trials)}${failed(trials, shown)}`,
  });
}

function title(trials: TrialsByArm, judgements: Judgements): string {
  const [without, withIt] = [trials[plain.arm], trials[dropped.arm]];
  const ahead = countOf(judgements, "mnist/tanh-adam-dropout-is-best@8000");
  return (
    `After ${numberText(lastIteration(without[0]))} iterations tanh with Adam is at ${percent(medianEnd(without, "frechet"))} in the median, ` +
    `with dropout too at ${percent(medianEnd(withIt, "frechet"))}: dropout is ahead on ${ahead.successes} of ${ahead.seeds} seeds`
  );
}
