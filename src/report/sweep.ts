import type { Measurement } from "../benchmark/measurement.ts";

/** An engine's time for one update, by the size of the ensemble. */
export interface Sweep {
  readonly engine: string;
  readonly points: readonly SweepPoint[];
}

export interface SweepPoint {
  readonly seeds: number;
  /** Microseconds of one discriminator update of one seed: the ensemble's time over its size. */
  readonly microseconds: number;
}

/** The name of a timing, from which {@link sweepsOf} reads it back. */
export const timingName = (seeds: number, engine: string): string =>
  `discriminator update of ${seeds} ${seeds === 1 ? "seed" : "seeds"} on ${engine}`;

const pattern = /^discriminator update of (\d+) seeds? on (.+)$/;

/** Whether a timing belongs to a sweep. */
export const isSweep = (name: string): boolean => pattern.test(name);

/** The engines' sweeps among timings, sizes ascending; other timings are passed over. */
export function sweepsOf(timings: readonly Pick<Measurement, "name" | "unit" | "median">[]): Sweep[] {
  const points = new Map<string, SweepPoint[]>();
  for (const { name, unit, median } of timings) {
    const match = pattern.exec(name);
    if (!match || unit !== "µs") continue;
    const [seeds, engine] = [Number(match[1]), match[2]];
    points.set(engine, [...(points.get(engine) ?? []), { seeds, microseconds: median / seeds }]);
  }
  return [...points].map(([engine, own]) => ({ engine, points: own.sort((a, b) => a.seeds - b.seeds) }));
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
