import { countOf } from "../../../src/figure/judgements.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { failures, medianTrial, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { cloud } from "./cloud.ts";
import { endOf } from "./plane.ts";

/** Final clouds: of the deck best, middle and worst, and what two other pairs of step sizes make of it. */
export function drawClouds(trials: TrialsByArm, judgements: Judgements): string {
  const { deck } = trials;
  const ordered = [...deck].sort((a, b) => overlap(b) - overlap(a) || a.seed - b.seed);
  const overlapping = countOf(judgements, "gaussian-2d/cloud-overlaps");
  const flat = countOf(judgements, "gaussian-2d/collapses-in-a-direction");
  const lost = failures(drawn.flatMap((name) => trials[name]));
  const panels = [
    panel("the deck, best", ordered[0], true),
    panel("the deck, middle", middle(deck)),
    panel("the deck, worst", ordered[ordered.length - 1]),
    panel("D 0.05, G 0.05", middle(trials["D 0.05, G 0.05"])),
    panel("D 0.005, G 0.05", middle(trials["D 0.005, G 0.05"])),
  ];
  return sheet([panels], {
    gap: 4,
    title: `With the deck's step sizes the clouds overlap on ${overlapping.successes} of ${overlapping.seeds} seeds; exchanged, they are flat on ${flat.successes} of ${flat.seeds}`,
    subtitle:
      "100 generated points as the deck plots them (blue diamonds; full ellipse: 86 % of the distribution) over the run's 1000 real ones " +
      "(grey; dashed ellipse). BC: Bhattacharyya coefficient, 1 for equal distributions, by which runs are best, middle and worst; the last two " +
      `panels show the middle run${lost ? `; ${lost}` : ""}`,
  });
}

const drawn = ["deck", "D 0.05, G 0.05", "D 0.005, G 0.05"] as const;

const overlap = ({ end }: Trial): number => end.bhattacharyya;
const middle = (trials: readonly Trial[]): Trial => medianTrial(trained(trials), overlap);

const panel = (title: string, trial: Trial, isLabelled = false): Panel =>
  cloud(endOf(trial), {
    title,
    note: `seed ${trial.seed}, BC = ${roundText(overlap(trial))}`,
    x: [-3.6, 6.8],
    y: [-4.5, 8.5],
    frameWidth: 225,
    isLabelled,
  });
