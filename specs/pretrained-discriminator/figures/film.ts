import { film } from "../../../src/figure/film.ts";
import { momentsOf } from "../../../src/figure/moments.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { medianTrial, trained } from "../../../src/figure/seeds.ts";
import type { GanArm } from "../../../src/language/arm.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { frame, roundText } from "./frame.ts";

const style = { width: 520, densityHeight: 260, mapHeight: 170, isLabelled: true, hasKey: true };

/** Every recorded moment of the run that ends in the middle of all. */
export function drawFilm({ post }: TrialsByArm): string {
  const trial = middleRun(post);
  return film(momentsOf(trial).map((moment) => frame(moment, trial.arm as GanArm, roundText(moment.round), style)));
}

/** The two peaks with one discriminator step and with five, side by side. */
export function drawTwoPeaks(trials: TrialsByArm): string {
  const [one, five] = [1, 5].map((k) => middleRun(trials[`two peaks, k = ${k}`]));
  const [left, right] = [momentsOf(one), momentsOf(five)];
  // 20 frames of 760 pixels, twice as many for sharp screens, stay below the 32,767 that browsers can show.
  const narrow = { ...style, width: 380, hasKey: false };
  return film(
    left.map((moment, i) =>
      beside(
        frame(moment, one.arm as GanArm, `k = 1, ${roundText(moment.round)}`, narrow),
        frame(right[i], five.arm as GanArm, `k = 5, ${roundText(moment.round)}`, narrow),
      ),
    ),
  );
}

export const middleRun = (trials: readonly Trial[]): Trial =>
  medianTrial(trained(trials), ({ end }) => end.wasserstein1);

const beside = (left: Panel, right: Panel): Panel => ({
  width: left.width + right.width,
  height: Math.max(left.height, right.height),
  body: `${left.body}<g transform="translate(${left.width},0)">${right.body}</g>`,
});
