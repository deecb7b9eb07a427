import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { mostThinLines } from "../../../src/figure/curves.ts";
import { type Panel, plot } from "../../../src/figure/panel.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { discriminated, evenly } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { inSigma, target } from "./target.ts";

/** Gap below which D counts as undecided: that of the claim. */
const undecided = 0.1;

/** D of every trained seed around the data when training has ended. */
export function drawDiscriminatorEnd({ notebook }: TrialsByArm): string {
  const runs = trained(notebook);
  const flat = runs.filter(({ end }) => end.discriminatorGap < undecided).length;
  const lost = failures(notebook);
  return sheet([[panel(runs)]], {
    title:
      flat > runs.length / 2
        ? `The discriminator ends within ${undecided} of ½ over μ ± 2σ on ${flat} of ${runs.length} seeds`
        : `The discriminator does not end at ½: within ${undecided} of it over μ ± 2σ on ${flat} of ${runs.length} seeds`,
    subtitle:
      "D after the last round, every trained seed thin, their median thick; white: μ ± 2σ, where the claim looks; " +
      `grey hill: where the data are${lost ? `; not drawn: ${lost}` : ""}`,
  });
}

function panel(runs: readonly Trial[]): Panel {
  const { mean, sd } = target;
  const x = evenly(mean - 4 * sd, mean + 4 * sd, 321);
  const all = runs.map((trial) => discriminated(trial, x));
  const points = all.flatMap((curve, seed) => Array.from(x, (at, i) => ({ x: inSigma(at), y: curve[i], seed })));
  const middle = Array.from(x, (at, i) => ({ x: inSigma(at), y: median(all.map((curve) => curve[i])) }));
  // Only its place matters, so it may be any height.
  const hill = Array.from(x, (at) => ({ x: inSigma(at), y: target.pdf(at) / 12 }));
  const axis = axes(
    { label: "x, σ from the mean of the data", domain: [-4, 4], ticks: [-4, -3, -2, -1, 0, 1, 2, 3, 4] },
    { label: "D(x)", domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] },
  );
  const outside = [
    { from: -4, to: -2 },
    { from: 2, to: 4 },
  ];
  return plot({
    width: 760,
    height: 380,
    marginTop: 12,
    marginBottom: 44,
    marginLeft: 58,
    marginRight: 64,
    x: axis.x,
    y: axis.y,
    marks: [
      Plot.rect(outside, { x1: "from", x2: "to", y1: 0, y2: 1, fill: "#f3f4f8" }),
      Plot.areaY(hill, { x: "x", y: "y", fill: theme.ink, fillOpacity: 0.1 }),
      Plot.ruleY([0.5], { stroke: theme.ink, strokeDasharray: dash.fine }),
      Plot.line(points, {
        x: "x",
        y: "y",
        z: "seed",
        stroke: hue.green,
        strokeWidth: 0.8,
        strokeOpacity: Math.min(0.5, mostThinLines / 4 / runs.length),
      }),
      Plot.line(middle, { x: "x", y: "y", stroke: hue.green, strokeWidth: 2.4 }),
      Plot.text(["D = ½"], {
        x: 4,
        y: 0.5,
        dx: 8,
        textAnchor: "start",
        text: (words: string) => words,
        fill: theme.faint,
      }),
      ...axis.marks,
    ],
  });
}
