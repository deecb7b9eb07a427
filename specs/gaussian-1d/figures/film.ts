import { film } from "../../../src/figure/film.ts";
import { momentsOf } from "../../../src/figure/moments.ts";
import { roundText as shortly } from "../../../src/figure/scales.ts";
import { failures, medianTrial, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { frame } from "./frame.ts";

/** Every recorded moment of the run that ends in the middle of all. */
export function drawFilm({ notebook }: TrialsByArm): string {
  const style = {
    width: 520,
    densityHeight: 260,
    mapHeight: 170,
    isLabelled: true,
    hasKey: true,
  };
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return film(momentsOf(middleRun(notebook)).map((moment) => frame(moment, ticks, style)));
}

const stripRounds = [0, 300, 1200, 1600, 3000];

/** Five of the film's moments side by side. */
export function drawFilmStrip({ notebook }: TrialsByArm): string {
  const trial = middleRun(notebook);
  const moments = momentsOf(trial).filter(({ round }) => stripRounds.includes(round));
  const frames = moments.map((moment, i) =>
    frame(moment, [0, 0.5, 1], {
      width: i === 0 ? 300 : 232,
      densityHeight: 240,
      mapHeight: 170,
      isLabelled: i === 0,
      hasKey: false,
    }),
  );
  const [first, last] = [trial.curves.wasserstein1[0], trial.end.wasserstein1];
  const lost = failures(notebook);
  return sheet([frames], {
    gap: 6,
    title: `${last < first / 2 ? "The generated distribution approaches the data" : "The generated distribution does not approach the data"}: from ${shortly(first)} to ${shortly(last)} σ`,
    subtitle:
      `Seed ${trial.seed}, the middle one of ${notebook.length} by its final Wasserstein-1 distance${lost ? ` (${lost})` : ""}. ` +
      "Black dots: p_{data}; blue: p_{g}; green dashes: D; below: the map from z to x",
  });
}

const middleRun = (trials: readonly Trial[]): Trial => medianTrial(trained(trials), ({ end }) => end.wasserstein1);
