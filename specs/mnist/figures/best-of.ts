import { numberText } from "../../../src/figure/scales.ts";
import { trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { digits, failed, frechet, lastIteration, middleRun, percent } from "./digits.ts";

const rows = [
  { arm: "tanh, Adam", name: "tanh, Adam" },
  { arm: "tanh, Adam, dropout", name: "with dropout" },
] as const;

/** The slides' two favourites: the best, the middle and the worst of their seeds. */
export function drawBestOf(trials: TrialsByArm): string {
  return sheet(
    rows.map(({ arm, name }) => {
      const ordered = inOrder(trials[arm]);
      return [
        digits(ordered[0], { title: `${name}: best` }),
        digits(middleRun(trials[arm]), { title: "middle" }),
        digits(ordered[ordered.length - 1], { title: "worst" }),
      ];
    }),
    {
      gap: 18,
      title: `From seed to seed tanh with Adam ends ${range(trials["tanh, Adam"])}; with dropout too, ${range(trials["tanh, Adam, dropout"])}`,
      subtitle:
        `After ${numberText(lastIteration(trials["tanh, Adam"][0]))} iterations, of ${trials["tanh, Adam"].length} seeds by their Fréchet distance, in percent of the test ` +
        `images' variance; then the digits covered${failed(trials, rows)}`,
    },
  );
}

/** Trained runs first, the closest of them first; runs that were not trained last. */
const inOrder = (trials: readonly Trial[]): Trial[] =>
  [...trials].sort(
    (a, b) =>
      Number(a.state !== "trained") - Number(b.state !== "trained") || frechet(a) - frechet(b) || a.seed - b.seed,
  );

function range(trials: readonly Trial[]): string {
  const distances = trained(trials).map(frechet);
  return distances.length === 0
    ? "nowhere: no run was trained"
    : `between ${percent(Math.min(...distances))} and ${percent(Math.max(...distances))}`;
}
