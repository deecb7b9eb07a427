import { curves, type Series, spreadText } from "../../../src/figure/curves.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { logDomain, numberText, powersOfTen } from "../../../src/figure/scales.ts";
import { failures, quantile, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { gradientsPerIteration } from "../../../src/games/methods.ts";
import type { GameArm, GameMethod } from "../../../src/language/arm.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { algorithms } from "./outcome.ts";

/** Distance to (−½, −1) against iterations and against gradient evaluations, at step sizes 0.1 and 0.2. */
export function drawDistance(trials: TrialsByArm): string {
  const shown = stepSizes.flatMap((stepSize) => algorithms.map(({ name }) => trials[armName(name, stepSize)]));
  const all = shown.flatMap((arm) => trained(arm).flatMap(({ curves }) => Array.from(curves.distance)));
  const domain = logDomain([quantile(all, 0.002), quantile(all, 1)]);
  const lost = failures(shown.flat());
  return sheet(
    stepSizes.map((stepSize) => row(trials, stepSize, domain)),
    {
      title: title(trials),
      subtitle:
        `Median over ${shown[0].length} seeds with quartile band, ${spreadText(shown[0].length)}. ` +
        "Distances are to (−½, −1); each seed’s own 1,000 points put the equilibrium a little off it" +
        `${lost ? `. ${lost}` : ""}`,
    },
  );
}

const stepSizes = [0.1, 0.2] as const;

const armName = (algorithm: string, stepSize: number): string => `${algorithm}, ${stepSize}`;

/** The same runs twice: counted in iterations, as the notebook does, and in what they cost. */
function row(trials: TrialsByArm, stepSize: number, domain: [number, number]): Panel[] {
  const y = { label: "distance", type: "log", domain, ticks: powersOfTen(domain) } as const;
  const x = { type: "log", ticks: [1, 10, 100, 1000, 10_000] } as const;
  const shared = { y, height: 270 };
  const series = (costs: Record<GameMethod, number>) => algorithms.map((one) => seriesOf(trials, one, stepSize, costs));
  return [
    curves({
      ...shared,
      title: `step size ${stepSize}, by iterations`,
      series: series({ "gradient-descent": 1, "alternating-gradient-descent": 1, extragradient: 1 }),
      x: { ...x, label: "iteration", domain: [1, 10_000] },
      width: 430,
      labelWidth: 0,
    }),
    curves({
      ...shared,
      title: `step size ${stepSize}, by gradients`,
      series: series(gradientsPerIteration),
      x: { ...x, label: "gradient evaluations", domain: [1, 20_000] },
      width: 530,
      labelWidth: 126,
    }),
  ];
}

/** The start, at iteration 0, has no place on a logarithmic axis. */
function seriesOf(
  trials: TrialsByArm,
  { name, color, dash }: (typeof algorithms)[number],
  stepSize: number,
  costs: Record<GameMethod, number>,
): Series {
  const arm = trials[armName(name, stepSize)];
  const cost = costs[(arm[0].arm as GameArm).method];
  return {
    name,
    color,
    dash,
    x: Array.from(arm[0].rounds.subarray(1), (iteration) => cost * iteration),
    runs: trained(arm).map(({ curves }) => curves.distance.subarray(1)),
  };
}

function title(trials: TrialsByArm): string {
  const settled = (metric: string) =>
    algorithms.map(({ name }) => middle(trials[`${name}, 0.1`].map(({ end }) => end[metric])));
  const [slowly, quickly] = settled("settledAfter");
  const [dear, cheap] = settled("gradientsToSettle");
  if (!Number.isFinite(quickly)) return "At step size 0.1 extragradient does not arrive";
  if (!Number.isFinite(slowly)) return "At step size 0.1 extragradient arrives, gradient descent does not";
  const iterations = `${numberText(quickly)} iterations against ${numberText(slowly)}`;
  const gradients = `${numberText(cheap)} gradients against ${numberText(dear)}`;
  const isFirst = quickly < slowly ? "Extragradient arrives first" : "Extragradient does not arrive first";
  return `${isFirst} at step size 0.1: ${iterations}, ${gradients}`;
}

/** A run that never arrives counts as infinitely late, so this is no interpolated median: the upper of the middle two. */
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
