import * as Plot from "@observablehq/plot";
import { countOf } from "../../../src/figure/judgements.ts";
import { powersOfTen } from "../../../src/figure/scales.ts";
import { failures } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { told } from "../losses.ts";
import { runScatter } from "./loss-scatter.ts";

/** Bounds of the claim. */
const [nearLn2, overlapping] = [0.01, 0.9];

/** A loss that looks finished beside a cloud that does not: the deck, and the deck with both step sizes at D's. */
export function drawLossAgainstOverlap({ deck, "D 0.05, G 0.05": equal }: TrialsByArm, judgements: Judgements): string {
  const deceived = countOf(judgements, "gaussian-2d/plot-beats-loss");
  const own = deceived.controls.negative;
  const points = (trials: readonly Trial[]) =>
    trials.map(({ end }) => [told(end.discriminatorLoss), end.bhattacharyya] as const);
  const x = [1e-7, 0.1] as const;
  const lost = failures([...deck, ...equal]);
  const region = { x1: x[0], x2: nearLn2, y1: 0, y2: overlapping, fill: "#f6f0e4" };
  const chart = runScatter({
    groups: [
      { name: "both step sizes 0.05", color: hue.red, symbol: "diamond", points: points(equal), nameAt: [0.028, 0.25] },
      { name: "the deck", color: hue.blue, symbol: "circle", points: points(deck), nameAt: [0.03, 0.95] },
    ],
    x: { label: "distance of D's loss from ln 2, nats", type: "log", domain: x, ticks: powersOfTen(x) },
    y: { label: "Bhattacharyya coefficient", domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1] },
    background: [Plot.rect([0], region)],
    width: 860,
  });
  return sheet([[chart]], {
    title: `Both step sizes at 0.05: the loss looks finished and the clouds do not overlap, on ${deceived.successes} of ${deceived.seeds} seeds`,
    subtitle: `Each dot a run at its end; shaded: loss within ${nearLn2} of ln 2 and a coefficient below ${overlapping}. Judged by the same, the deck's own step sizes: ${own.successes} of ${own.seeds} runs do${lost ? `; ${lost} among them` : ""}`,
  });
}
