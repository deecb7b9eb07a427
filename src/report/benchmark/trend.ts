import { createHash } from "node:crypto";
import { type ChangePoint, changePoints } from "../../statistics/change-point.ts";
import type { BenchmarkRun, Machine } from "./record.ts";

/** One quantity over the runs on machines that are alike. */
export interface Trend {
  readonly fingerprint: string;
  readonly machine: Machine;
  readonly suite: string;
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  /** In the order of the runs. */
  readonly points: readonly { readonly at: string; readonly commit: string; readonly median: number }[];
  readonly steps: readonly ChangePoint[];
}

/** Steps below this are not worth a line, however sure. */
const leastStep = 0.03;

/** Every quantity's course. Runs of machines that differ in anything that {@link Machine} says are never joined. */
export function trendsOf(runs: readonly BenchmarkRun[]): Trend[] {
  const series = new Map<string, Omit<Trend, "steps" | "points"> & { points: Trend["points"][number][] }>();
  for (const { machine, measurements, at, commit } of runs) {
    const fingerprint = fingerprintOf(machine);
    for (const { suite, group, name, unit, median } of measurements) {
      const key = JSON.stringify([fingerprint, suite, group, name, unit]);
      const known = series.get(key) ?? { fingerprint, machine, suite, group, name, unit, points: [] };
      series.set(key, known);
      known.points.push({ at, commit, median });
    }
  }
  return [...series.values()].map((one) => ({
    ...one,
    steps: changePoints(one.points.map(({ median }) => median)).filter(({ ratio }) => Math.abs(ratio - 1) >= leastStep),
  }));
}

/** Twelve characters that two machines share only if they are alike in everything that {@link Machine} says. */
export const fingerprintOf = (machine: Machine): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(machine).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest("hex")
    .slice(0, 12);
