import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { mostThinLines } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { heading, type Panel, plot } from "../../../src/figure/panel.ts";
import { roundText } from "../../../src/figure/scales.ts";
import { median, medianEnd } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import { distribution } from "../../../src/random/distribution.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { discriminated, evenly } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { arms } from "../arms.ts";

/** Bound of the claim fits-the-pdf. */
const bound = 0.1;

/** The post's first two figures, over all seeds: the discriminator beside the density, before and after pretraining. */
export function drawBoundaries(trials: TrialsByArm, judgements: Judgements): string {
  const fitted = trials["pretrained only"];
  const within = countOf(judgements, "pretrained-discriminator/fits-the-pdf");
  const gap = medianEnd(fitted, "densityGap");
  return sheet(
    [
      [
        panel(trials.untrained, { title: "untrained", isLabelled: true }),
        panel(fitted, { title: "after 1,000 steps of pretraining", isLabelled: false }),
      ],
    ],
    {
      title: `Pretraining brings D within ${bound} of the density on ${within.successes} of ${within.seeds} seeds`,
      subtitle: `Largest |D − p_{data}| on μ ± 3σ after pretraining: ${roundText(gap)} in the median. D as the game sees it, clamped to [0.01, 0.99]; every seed thin, their median thick`,
    },
  );
}

const { pdf } = distribution(arms.post.data);
const x = evenly(-5, 5, 301);

function panel(runs: readonly Trial[], { title, isLabelled }: { title: string; isLabelled: boolean }): Panel {
  const all = runs.map((trial) => discriminated(trial, x));
  const points = all.flatMap((curve, seed) => Array.from(x, (at, i) => ({ x: at, y: curve[i], seed })));
  const middle = Array.from(x, (at, i) => ({ x: at, y: median(all.map((curve) => curve[i])) }));
  const data = Array.from(x, (at) => ({ x: at, y: pdf(at) }));
  const axis = axes(
    { label: "x", domain: [-5, 5], ticks: [-5, -3, 0, 3, 5] },
    { label: isLabelled ? "D, and the density" : "", domain: [0, 1], ticks: isLabelled ? [0, 0.25, 0.5, 0.75, 1] : [] },
    { gridY: true },
  );
  const at = { x: "x", y: "y" } as const;
  return plot({
    width: isLabelled ? 440 : 520,
    height: 340,
    marginTop: 30,
    marginBottom: 44,
    marginLeft: isLabelled ? 56 : 18,
    marginRight: isLabelled ? 10 : 128,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.areaY(data, { x: "x", y1: 0, y2: "y", fill: theme.ink, fillOpacity: 0.07 }),
      Plot.line(points, {
        ...at,
        z: "seed",
        stroke: hue.green,
        strokeWidth: 0.8,
        strokeOpacity: Math.min(0.5, mostThinLines / 4 / runs.length),
      }),
      Plot.line(middle, { ...at, stroke: hue.green, strokeWidth: 2.4 }),
      Plot.line(data, {
        ...at,
        stroke: theme.ink,
        strokeWidth: 1.8,
        strokeDasharray: dash.dotted,
        strokeLinecap: "round",
      }),
      ...(isLabelled ? [] : names(middle[middle.length - 1].y)),
      heading(title),
    ],
  });
}

/** D at the right end of its median; the density, which ends at 0 too, beside its hill. */
const names = (end: number): Plot.Markish[] =>
  [
    { text: "D, discriminator", x: 5, y: end, fill: hue.green },
    { text: "p_{data}", x: 1.35, y: pdf(0.9), fill: theme.ink },
  ].map(({ text, x: at, y, fill }) =>
    Plot.text([text], { x: at, y, dx: 8, textAnchor: "start", text: (words: string) => words, fill, fontWeight: 600 }),
  );
