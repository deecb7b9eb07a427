import * as Plot from "@observablehq/plot";
import { logDomain, logTicks, powersOfTen } from "../../../src/figure/scales.ts";
import { failures } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { told } from "../losses.ts";
import { runScatter } from "./loss-scatter.ts";

/** What the last loss tells of the last distance from run to run: the run's own discriminator's, and a fresh one's. */
export function drawLossBetweenRuns(
  { deck, "fresh discriminator": fresh }: TrialsByArm,
  judgements: Judgements,
): string {
  const [own, other] = ["losses-rank-runs", "fresh-losses-rank-runs"].map((name) => correlation(judgements, name));
  const lost = failures([...deck, ...fresh]);
  const [points, freshPoints] = [deck, fresh].map((runs) => runs.map((run) => [loss(run), distance(run)] as const));
  const x = logDomain([...deck, ...fresh].map(loss));
  const y = logDomain(deck.map(distance));
  const links = points.map(([x1, y1], i) => ({ x1, x2: freshPoints[i][0], y1, y2: freshPoints[i][1] }));
  const low = y[0] * 1.12;
  const chart = runScatter({
    groups: [
      { name: "the run's own D", color: hue.blue, symbol: "circle", points, nameAt: [1e-5, low] },
      { name: "a fresh D", color: hue.red, symbol: "diamond", points: freshPoints, nameAt: [0.05, low] },
    ],
    background: [
      Plot.link(links, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        stroke: theme.line,
        strokeWidth: 0.8,
        strokeOpacity: 0.7,
      }),
    ],
    x: { label: "distance of D's loss from ln 2, nats", type: "log", domain: x, ticks: powersOfTen(x) },
    y: { label: "Wasserstein-2 distance at the end", type: "log", domain: y, ticks: logTicks(y) },
    width: 860,
    height: 430,
  });
  return sheet([[chart]], {
    title: `A run's last loss ranks the runs by distance with ρ = ${own}, a fresh discriminator's with ${other}`,
    subtitle:
      `${deck.length} runs at their end, a line each; ρ is Spearman's rank correlation. The fresh D has the same shape and is trained alone ` +
      `against the run's last generator: it finds what the run's own no longer sees${lost ? `; ${lost}` : ""}`,
  });
}

const distance = ({ end }: Trial): number => end.wasserstein2;
const loss = ({ end }: Trial): number => told(end.discriminatorLoss);

/** As it was decided. */
function correlation(judgements: Judgements, name: string): string {
  const judgement = judgements.get(`gaussian-2d/${name}`);
  if (judgement?.kind === "statistic") return `${signed(judgement.estimate)} (${judgement.seeds} seeds)`;
  throw new RangeError(`expected gaussian-2d/${name} to be judged by a statistic, got ${judgement?.kind ?? "nothing"}`);
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
