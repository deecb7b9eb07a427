import { curves, type Series } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { type AxisOptions, numberText } from "../../../src/figure/scales.ts";
import { medianEnd, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { failed, floorText, lastIteration, percent } from "./digits.ts";
import { distanceAxis } from "./distance-axis.ts";

interface Curve {
  readonly arm: string;
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
}

/** The slides' own arms: vanilla, one thing changed, and the two favourites. */
const slides: readonly Curve[] = [
  { arm: "vanilla", name: "vanilla", color: theme.ink },
  { arm: "tanh, momentum 0.1", name: "tanh", color: hue.red, dash: dash.dashed },
  { arm: "dropout", name: "dropout", color: hue.orange, dash: dash.fine },
  { arm: "leaky ReLU", name: "leaky ReLU", color: hue.green },
  { arm: "sigmoid, Adam", name: "Adam", color: hue.sky, dash: dash.dashed },
  { arm: "tanh, Adam", name: "tanh, Adam", color: hue.blue },
  { arm: "tanh, Adam, dropout", name: "tanh, Adam, dropout", color: hue.purple, dash: dash.fine },
];

/** The output layers that learn; the clamps at ±0.3 end far above and stand in the figure `forest`. */
const layers: readonly Curve[] = [
  { arm: "sigmoid", name: "sigmoid", color: theme.ink },
  { arm: "tanh", name: "tanh", color: hue.red, dash: dash.dashed },
  { arm: "2σ − 1", name: "2σ − 1", color: hue.orange, dash: dash.fine },
  { arm: "linear", name: "linear", color: hue.grey },
  { arm: "linear, N(0, 1)", name: "linear, N(0, 1)", color: hue.sky, dash: dash.dashed },
  { arm: "clamp ±1", name: "clamp ±1", color: hue.blue },
  { arm: "clamp ±1.2", name: "clamp ±1.2", color: hue.purple, dash: dash.fine },
].map(({ arm, ...rest }) => ({ arm: `${arm}, momentum 0.02`, ...rest }));

/** Fréchet distance over training: the slides' arms, and the output layers. */
export function drawDistance(trials: TrialsByArm, judgements: Judgements): string {
  const all = [...slides, ...layers];
  const values = all.flatMap(({ arm }) => trained(trials[arm]).flatMap(({ curves }) => Array.from(curves.frechet)));
  const y = distanceAxis("Fréchet distance, % of variance", [quantile(values, 0.005), quantile(values, 0.995)]);
  return sheet(
    [[panel("the slides' arms", slides, trials, y), panel("output layers, momentum 0.02", layers, trials, y)]],
    {
      title: title(trials, judgements),
      subtitle:
        `Fréchet distance to the test images over ${numberText(lastIteration(trials.vanilla[0]))} iterations: median of ${trials.vanilla.length} seeds, quartile band, seeds thin; dots where it was measured. ` +
        `Left: Adam, or momentum at 0.1 where the name has no Adam. ${floorText(trials)}${failed(trials, all)}`,
    },
  );
}

function panel(title: string, shown: readonly Curve[], trials: TrialsByArm, y: AxisOptions): Panel {
  const { rounds } = trials[shown[0].arm][0];
  const x = { label: "iteration", domain: [rounds[0], rounds[rounds.length - 1]], ticks: Array.from(rounds) } as const;
  const series = shown.map(({ arm, ...look }): Series => {
    const runs = trained(trials[arm]);
    return { ...look, x: rounds, runs: runs.map(({ curves }) => curves.frechet) };
  });
  return curves({ title, series, x, y, hasDots: true, bandOpacity: 0.1, width: 520, height: 440, labelWidth: 140 });
}

/** The slides' two first steps, each with the other's rival held fixed. */
function title(trials: TrialsByArm, judgements: Judgements): string {
  const ends = percent(medianEnd(trials["tanh, Adam"], "frechet"));
  const tanh = countOf(judgements, "mnist/tanh-improves-under-adam");
  const adam = countOf(judgements, "mnist/adam-improves");
  return (
    `Tanh with Adam ends at ${ends} in the median: under Adam tanh is closer than a sigmoid on ${tanh.successes} of ${tanh.seeds} seeds; ` +
    `with a sigmoid Adam is closer than momentum on ${adam.successes}`
  );
}
