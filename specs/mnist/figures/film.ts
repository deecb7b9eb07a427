import { film } from "../../../src/figure/film.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { filmRounds } from "../arms.ts";
import { digits, iterationText, middleRun } from "./digits.ts";

/** Iterations of the film; trials may have kept later digits too. */
export const filmLabels = filmRounds.map(iterationText);

/** How digits come about: the middle runs of the vanilla GAN and of tanh with Adam, the same latents in every frame. */
export function drawFilm(trials: TrialsByArm): string {
  const [vanilla, adam] = [middleRun(trials.vanilla), middleRun(trials["tanh, Adam"])];
  const style = { across: 8, lines: [] } as const;
  return film(
    filmRounds.map((iteration) =>
      beside([
        digits(vanilla, { ...style, iteration, title: `vanilla, ${iterationText(iteration)}` }),
        digits(adam, { ...style, iteration, title: `tanh, Adam, ${iterationText(iteration)}` }),
      ]),
    ),
  );
}

/** In CSS pixels. */
const margin = 12;

/** Two panels as one, with air around them. */
const beside = ([left, right]: readonly [Panel, Panel]): Panel => ({
  width: left.width + right.width + 3 * margin,
  height: Math.max(left.height, right.height) + 2 * margin,
  body:
    `<g transform="translate(${margin},${margin})">${left.body}</g>` +
    `<g transform="translate(${left.width + 2 * margin},${margin})">${right.body}</g>`,
});
