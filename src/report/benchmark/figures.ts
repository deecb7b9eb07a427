import { curves } from "../../figure/curves.ts";
import { forestPlot } from "../../figure/forest-plot.ts";
import { logDomain, logTicks } from "../../figure/scales.ts";
import { sheet } from "../../figure/sheet.ts";
import { dash, hue } from "../../figure/theme.ts";
import { ratioOfMedians } from "../../statistics/ratio.ts";
import { type PeerGroup, ratioCell } from "./peers.ts";
import type { BenchmarkRun } from "./record.ts";
import type { Growth } from "./scaling.ts";
import type { Trend } from "./trend.ts";

/** How many times as long as ours the peers take, group below group on one logarithmic axis. @returns SVG */
export function peersFigure(groups: readonly PeerGroup[]): string {
  const times = groups.flatMap(({ peers }) => peers.map(({ time }) => time));
  const domain = logDomain([1, ...times.flatMap(({ interval }) => interval)]);
  const rows = groups.flatMap(({ title, peers }) =>
    peers.map(({ peer, variant, time: { ratio, interval } }) => ({
      name: `${title}: ${peer}${variant && `, ${variant}`}`,
      low: interval[0],
      middle: ratio,
      high: interval[1],
      color: interval[0] > 1 ? hue.blue : interval[1] < 1 ? hue.red : hue.grey,
      text: ratioCell({ ratio, interval }),
    })),
  );
  const x = { label: "times as long as wasm", type: "log", domain, ticks: logTicks(domain) } as const;
  return sheet(
    [[forestPlot({ rows, x, reference: 1, width: 900, rowHeight: 26, marginLeft: 330, marginRight: 160 })]],
    {
      title: "Peers, each at its best",
      subtitle:
        "Ratio of median times of the same rounds with its 95 % bootstrap interval; right of 1 the peer takes longer",
    },
  );
}

/** What each kernel takes, relative to the multiply-add loop of the same rounds, which is the ceiling of a product. @returns SVG; undefined without any */
export function ceilingsFigure({ measurements }: BenchmarkRun): string | undefined {
  const [loop, ...others] = measurements.filter(({ suite, rounds }) => suite === "kernels" && rounds !== undefined);
  if (!loop || others.length === 0) return undefined;
  const rows = others.map(({ name, rounds = [] }) => {
    const { ratio, interval } = ratioOfMedians(rounds, loop.rounds ?? []);
    const text = ratioCell({ ratio, interval });
    return { name, low: interval[0], middle: ratio, high: interval[1], color: hue.blue, text };
  });
  const domain = logDomain([1, ...rows.flatMap(({ low, high }) => [low, high])]);
  const x = { label: "times as long as the loop", type: "log", domain, ticks: logTicks(domain) } as const;
  return sheet(
    [[forestPlot({ rows, x, reference: 1, width: 900, rowHeight: 24, marginLeft: 230, marginRight: 160 })]],
    {
      title: "Kernels beside the machine’s ceiling",
      subtitle: `Time of one multiply-add of a product, or of one number of anything else, relative to one of a plain multiply-add loop (${loop.median.toPrecision(3)} ${loop.unit}) of the same rounds`,
    },
  );
}

/** Time and memory as things grow, both axes logarithmic. @returns SVG */
export function scalingFigure(growths: readonly Growth[]): string {
  const panels = growths.map(({ of, unit, sizes, medians }) => {
    const [x, y] = [logDomain(sizes), logDomain(medians)];
    return curves({
      series: [{ name: "", color: hue.blue, x: [...sizes], runs: [[...medians]] }],
      x: { label: of.replace(/^.* against /, ""), domain: x, type: "log", ticks: logTicks(x) },
      y: { label: `${of.replace(/ against .*$/, "")} in ${unit}`, domain: y, type: "log", ticks: logTicks(y) },
      hasDots: true,
      labelWidth: 0,
      width: 420,
      height: 250,
    });
  });
  const rows = Array.from({ length: Math.ceil(panels.length / 2) }, (_, row) => panels.slice(2 * row, 2 * row + 2));
  return sheet(rows, { title: "Cost as work grows", subtitle: "Each point is a process of its own" });
}

/** The courses of the quantities that were measured most often on one machine, each relative to its first run. @returns SVG */
export function historyFigure(trends: readonly Trend[]): string {
  const looks = [hue.blue, hue.red, hue.green, hue.purple, hue.orange, hue.grey];
  const dashes = [undefined, dash.dashed, dash.dotted, dash.fine, undefined, dash.dashed];
  const series = trends.slice(0, looks.length).map(({ suite, group, name, points }, i) => ({
    name: `${suite}, ${group}, ${name}`,
    color: looks[i],
    ...(dashes[i] && { dash: dashes[i] }),
    x: points.map((_, run) => run + 1),
    runs: [points.map(({ median }) => median / points[0].median)],
  }));
  const values = series.flatMap(({ runs: [values] }) => values);
  const y = logDomain([0.9, 1.1, ...values]);
  const last = Math.max(2, ...trends.map(({ points }) => points.length));
  const panel = curves({
    series,
    x: { label: "run", domain: [1, last], type: "linear" },
    y: { label: "times the first run’s", domain: y, type: "log", ticks: logTicks(y) },
    hasDots: true,
    labelWidth: 240,
    width: 880,
    height: 320,
  });
  return sheet([[panel]], { title: "Runs on one machine" });
}
