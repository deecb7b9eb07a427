import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { legend } from "../../../src/figure/legend.ts";
import { type Panel, plot } from "../../../src/figure/panel.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { failures, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";

/** Bounds of the claim. */
const flat = 0.1;
const good = 0.3;

const shown = [
  { arm: "sigmoid discriminator", name: "D ends in a sigmoid", color: hue.green, symbol: "circle" },
  { arm: "sigmoid discriminator, k = 5", name: "the same, five steps a round", color: hue.orange, symbol: "square" },
  { arm: "post", name: "the post's clamped tanh", color: hue.purple, symbol: "times" },
] as const;

const marks = { circle: "filled", times: "cross", square: "square" } as const;

/** How flat the discriminator is in the end, and how far the samples are from the data. */
export function drawFlatness(trials: TrialsByArm, judgements: Judgements): string {
  const even = countOf(judgements, "pretrained-discriminator/flat-boundary-means-good-samples");
  const stronger = trained(trials["sigmoid discriminator, k = 5"]).filter(({ end }) => end.discriminatorGap < flat);
  const strongerFit = stronger.filter(({ end }) => end.wasserstein1 < good).length;
  const lost = failures(shown.flatMap(({ arm }) => trials[arm]));
  return sheet(
    [
      [panel(trials)],
      [
        legend(
          shown.map(({ name, color, symbol }) => ({
            label: name,
            color,
            mark: marks[symbol],
          })),
          { indent: 60 },
        ),
      ],
    ],
    {
      title: `Of ${even.seeds} runs with a flat sigmoid discriminator, ${even.successes} have samples within ${good} σ; with five steps, ${strongerFit} of ${stronger.length}`,
      subtitle: `Every seed a mark. A flat D says good samples only if the left part is empty above the line${lost ? `; not drawn: ${lost}` : ""}`,
    },
  );
}

function panel(trials: TrialsByArm): Panel {
  const all = shown.flatMap(({ arm }) => trained(trials[arm]));
  const x = logDomain(all.map(({ end }) => end.discriminatorGap));
  const y = logDomain(all.map(({ end }) => end.wasserstein1));
  const axis = axes(
    { label: "largest |D − ½| on μ ± 2σ, last round", type: "log", domain: x, ticks: logTicks(x) },
    { label: "Wasserstein-1 distance, σ", type: "log", domain: y, ticks: logTicks(y) },
    { gridX: true, gridY: true },
  );
  return plot({
    width: 640,
    height: 400,
    marginTop: 14,
    marginBottom: 44,
    marginLeft: 60,
    marginRight: 24,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.ruleX([flat], { stroke: theme.ink, strokeDasharray: dash.fine }),
      Plot.ruleY([good], { stroke: theme.ink, strokeDasharray: dash.fine }),
      ...shown.map(({ arm, color, symbol }) =>
        Plot.dot(
          trained(trials[arm]).map(({ end }) => [end.discriminatorGap, end.wasserstein1]),
          symbol === "times"
            ? { symbol, stroke: color, strokeWidth: 1.4, r: 3.5 }
            : { symbol, fill: color, fillOpacity: 0.7, stroke: theme.paper, r: 4 },
        ),
      ),
    ],
  });
}
