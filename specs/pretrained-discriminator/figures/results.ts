import { countOf } from "../../../src/figure/judgements.ts";
import type { Moment } from "../../../src/figure/moments.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { failures, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { GanArm } from "../../../src/language/arm.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { discriminated, evenly, generated } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { middleRun } from "./film.ts";
import { frame } from "./frame.ts";

const wasserstein = ({ end }: Trial): number => end.wasserstein1;

/** The post's last figure for three runs: the best, the middle and the worst. */
export function drawResults({ post }: TrialsByArm, judgements: Judgements): string {
  const ordered = trained(post).sort((a, b) => wasserstein(a) - wasserstein(b) || a.seed - b.seed);
  const shown = [
    { name: "best", trial: ordered[0] },
    { name: "middle", trial: middleRun(post) },
    { name: "worst", trial: ordered[ordered.length - 1] },
  ];
  const frames = shown.map(({ name, trial }, i) =>
    frame(momentAtEnd(trial), trial.arm as GanArm, `${name}: ${roundText(wasserstein(trial))} σ`, {
      width: i === 0 ? 378 : 340,
      densityHeight: 260,
      mapHeight: 180,
      isLabelled: i === 0,
      hasKey: false,
    }),
  );
  const even = countOf(judgements, "pretrained-discriminator/boundary-flat-at-half");
  const near = countOf(judgements, "pretrained-discriminator/distribution-is-similar");
  const lost = failures(post);
  return sheet([frames], {
    gap: 6,
    title: `D ends flat at ½ on ${even.successes} of ${even.seeds} seeds, the samples end similar to the data on ${near.successes}`,
    subtitle:
      "Black dots: p_{data}; blue: p_{g}; green dashes: D; below: the map from z to x. Runs by their Wasserstein-1 distance over the " +
      `last fifth of training. Flat and similar: as the claims boundary-flat-at-half and distribution-is-similar have it${lost ? `; ${lost}` : ""}`,
  });
}

const x = evenly(-5, 5, 300);
const z = evenly(-3, 3, 2000);

const momentAtEnd = (trial: Trial): Moment => ({
  round: (trial.arm as GanArm).schedule.rounds,
  z,
  x,
  generator: generated(trial, z),
  discriminator: discriminated(trial, x),
});
