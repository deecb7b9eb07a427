import { curves, type Series } from "../figure/curves.ts";
import { logDomain, logTicks, roundText } from "../figure/scales.ts";
import { sheet } from "../figure/sheet.ts";
import { dash, hue } from "../figure/theme.ts";
import { crossover, type Sweep } from "../report/sweep.ts";
import { engineLabel } from "../report/timing-name.ts";

const looks = [
  { color: hue.blue },
  { color: hue.red, dash: dash.dashed },
  { color: hue.green, dash: dash.dotted },
  { color: hue.purple, dash: dash.fine },
  { color: hue.orange },
  { color: hue.grey, dash: dash.dashed },
] as const;

/** Time of an update a seed against the ensemble's size, both logarithmic. @param rival the sweep that the others are compared with @returns SVG */
export function sweepFigure(sweeps: readonly Sweep[], rival: Sweep | undefined, devices: string): string {
  const points = sweeps.flatMap((sweep) => sweep.points);
  const sizes = points.map(({ seeds }) => seeds);
  const x = logDomain([1, Math.max(2, ...sizes)]);
  const y = logDomain(points.map(({ microseconds }) => microseconds));
  const crossings = sweeps.flatMap((sweep) => {
    const at = rival && sweep !== rival ? crossover(sweep, rival) : undefined;
    return at === undefined || at <= 1
      ? []
      : [{ value: at, label: `${engineLabel(sweep)} pays from ${Math.ceil(at)} seeds` }];
  });
  const panel = curves({
    series: sweeps.map((sweep, i) => seriesOf(sweep, i, x)),
    x: { label: "seeds side by side", domain: x, type: "log", ticks: logTicks(x) },
    y: { label: "microseconds an update and seed", domain: y, type: "log", ticks: logTicks(y) },
    moments: crossings,
    hasDots: true,
    labelWidth: 220,
    width: 820,
    height: 420,
  });
  return sheet([[panel]], {
    title: titleOf(sweeps, rival),
    subtitle:
      "One update of the 1-D Gaussian GAN's discriminator (1-10-20-10-1, batch 64, Adam), time of the ensemble over its size",
    note: devices,
  });
}

function seriesOf(sweep: Sweep, i: number, [low, high]: readonly [number, number]): Series {
  const look = looks[i % looks.length];
  const { points } = sweep;
  const name = engineLabel(sweep);
  // One size alone is a level.
  const [only] = points;
  if (points.length === 1) return { name, ...look, x: [low, high], runs: [[only.microseconds, only.microseconds]] };
  return {
    name,
    ...look,
    x: points.map(({ seeds }) => seeds),
    runs: [points.map(({ microseconds }) => microseconds)],
  };
}

function titleOf(sweeps: readonly Sweep[], rival: Sweep | undefined): string {
  const best = (sweep: Sweep) => Math.min(...sweep.points.map(({ microseconds }) => microseconds));
  const fastest = sweeps.reduce((a, b) => (best(b) < best(a) ? b : a));
  if (!rival || fastest === rival) return `${engineLabel(fastest)} is the fastest at every size`;
  return `${engineLabel(fastest)} takes ${roundText(best(fastest))} µs an update and seed at best, ${roundText(best(rival) / best(fastest))} times less than ${engineLabel(rival)}`;
}
