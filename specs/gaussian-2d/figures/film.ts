import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { film } from "../../../src/figure/film.ts";
import { type Panel, plot, stack } from "../../../src/figure/panel.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { failures, medianTrial, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { epochEnds, epochs, roundsAnEpoch } from "../arms.ts";
import { cloud } from "./cloud.ts";
import { discriminatorField } from "./discriminator-field.ts";
import { momentsOf } from "./plane.ts";

export const epochText = (epoch: number): string => (epoch === 0 ? "before training" : `epoch ${epoch}`);

/** The deck's animation for the run that ends in the middle of all: the losses so far, and the cloud. */
export function drawFilm({ deck }: TrialsByArm): string {
  const trial = middleRun(deck);
  const window = { x: [-5.5, 7.5], y: [-4.5, 8.5] } as const;
  return film(
    momentsOf(trial).map((moment) => {
      const epoch = moment.round / roundsAnEpoch;
      return stack([
        losses(trial, epoch),
        cloud(moment, {
          title: `${epochText(epoch)}: W2 = ${roundText(trial.curves.wasserstein2[epoch])}`,
          ...window,
          frameWidth: 430,
          isLabelled: true,
          background: discriminatorField(moment, window),
        }),
      ]);
    }),
  );
}

const stripEpochs = [0, 2, 5, 10, 20];

/** Five of the film's moments side by side. */
export function drawFilmStrip({ deck }: TrialsByArm): string {
  const trial = middleRun(deck);
  const moments = momentsOf(trial).filter(({ round }) => stripEpochs.includes(round / roundsAnEpoch));
  const window = { x: [-2.6, 4.6], y: [-4.5, 8.5] } as const;
  const frames = moments.map((moment, i) => {
    const epoch = moment.round / roundsAnEpoch;
    return cloud(moment, {
      title: epochText(epoch),
      note: `W2 = ${roundText(trial.curves.wasserstein2[epoch])}`,
      ...window,
      frameWidth: 190,
      isLabelled: i === 0,
      background: discriminatorField(moment, window),
    });
  });
  const [first, last] = [trial.curves.wasserstein2[0], trial.end.wasserstein2];
  const lost = failures(deck);
  const does = last < first / 2 ? "moves onto the target" : "does not reach the target";
  return sheet([frames], {
    gap: 4,
    title: `The generated cloud ${does}: a Wasserstein-2 distance of ${roundText(first)} becomes ${roundText(last)}`,
    subtitle:
      `Seed ${trial.seed}, the middle one of ${deck.length} by its final distance${lost ? ` (${lost})` : ""}. Grey dots, dashed ellipse: the data; ` +
      "blue diamonds, full ellipse: generated (ellipses hold 86 %). Green ground: D > 0.55, “real”; orange ground: D < 0.45, “generated”; white: undecided",
  });
}

const middleRun = (trials: readonly Trial[]): Trial => medianTrial(trained(trials), ({ end }) => end.wasserstein2);

/** The upper of the deck's two axes, as far as it is drawn by then. */
function losses({ curves }: Trial, until: number): Panel {
  const axis = axes(
    { label: "epoch", domain: [0, epochs], ticks: [0, 5, 10, 15, 20] },
    { label: "loss", domain: [0, 2], ticks: [0, 0.5, 1, 1.5, 2] },
    { gridY: true },
  );
  const lines = [
    { name: "generator", metric: "generatorLoss", color: hue.blue, dash: dash.dashed, y: 1.75 },
    { name: "discriminator", metric: "discriminatorLoss", color: hue.green, dash: undefined, y: 1.4 },
  ];
  return plot({
    width: 484,
    height: 176,
    marginTop: 10,
    marginBottom: 42,
    marginLeft: 46,
    marginRight: 8,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.ruleY([Math.LN2], { stroke: theme.faint, strokeDasharray: dash.fine }),
      Plot.text(["ln 2"], { x: 0, y: Math.LN2, dx: 4, dy: 9, textAnchor: "start", text: String, fill: theme.faint }),
      ...lines.flatMap(({ name, metric, color, dash, y }) => [
        Plot.line(points(curves[metric], until), {
          x: "x",
          y: "y",
          stroke: color,
          strokeWidth: 2,
          strokeDasharray: dash,
        }),
        Plot.dot(points(curves[metric], until).slice(-1), { x: "x", y: "y", r: 3.5, fill: color }),
        Plot.link([0], { x1: 15, x2: 16.2, y1: y, y2: y, stroke: color, strokeWidth: 2, strokeDasharray: dash }),
        Plot.text([name], { x: 16.5, y, text: String, textAnchor: "start", fill: theme.ink }),
      ]),
    ],
  });
}

/** Of the epochs 1 … until: before the first there is no loss. */
const points = (curve: ArrayLike<number>, until: number): { x: number; y: number }[] =>
  epochEnds.slice(1, until + 1).map((round, i) => ({ x: round / roundsAnEpoch, y: curve[i + 1] }));
