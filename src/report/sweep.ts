import type { Timing } from "./results.ts";

/** An engine's time for one update, by the size of the ensemble. */
export interface Sweep {
  readonly engine: string;
  /** Threads that were busy at once. */
  readonly cores: number;
  readonly points: readonly SweepPoint[];
}

export interface SweepPoint {
  readonly seeds: number;
  /** Microseconds of one discriminator update of one seed: the ensemble's time over its size. */
  readonly microseconds: number;
}

/** The engines' sweeps among timings, sizes ascending; other timings are passed over. */
export function sweepsOf(timings: readonly Timing[]): Sweep[] {
  const sweeps = new Map<string, { engine: string; cores: number; points: SweepPoint[] }>();
  for (const timing of timings) {
    if (timing.kind !== "update") continue;
    const { engine, cores, seeds, median } = timing;
    const key = `${cores} ${engine}`;
    const sweep = sweeps.get(key) ?? { engine, cores, points: [] };
    sweep.points.push({ seeds, microseconds: median / seeds });
    sweeps.set(key, sweep);
  }
  for (const { points } of sweeps.values()) points.sort((a, b) => a.seeds - b.seeds);
  return [...sweeps.values()];
}

/**
 * The ensemble's size from which one engine takes less time a seed than another does at its best, by interpolation
 * between the sizes that were timed (linear in the logarithms); undefined if it never does.
 */
export function crossover(sweep: Sweep, rival: Sweep): number | undefined {
  const level = Math.min(...rival.points.map(({ microseconds }) => microseconds));
  const { points } = sweep;
  const first = points.findIndex(({ microseconds }) => microseconds < level);
  if (first <= 0) return first === 0 ? points[0].seeds : undefined;
  const [before, after] = [points[first - 1], points[first]];
  const share = Math.log(before.microseconds / level) / Math.log(before.microseconds / after.microseconds);
  return before.seeds * (after.seeds / before.seeds) ** share;
}
