import type { BenchmarkRun } from "./record.ts";

/** How something grows with another: sizes, and what was measured at each. */
export interface Growth {
  /** Such as "time against seeds". */
  readonly of: string;
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly medians: readonly number[];
  /** k where it grows as sizeᵏ, between the two largest sizes: there what is constant counts least. */
  readonly exponent: number;
}

/** What a run says of scaling; nothing if it did not measure it. */
export function growthsOf({ measurements }: Pick<BenchmarkRun, "measurements">): Growth[] {
  const own = measurements.filter(({ suite }) => suite === "scaling");
  return [...new Set(own.map(({ group }) => group))].flatMap((of) => {
    const points = own
      .filter(({ group, name }) => group === of && Number(name) > 0)
      .sort((a, b) => Number(a.name) - Number(b.name));
    if (points.length < 2) return [];
    const [sizes, medians] = [points.map(({ name }) => Number(name)), points.map(({ median }) => median)];
    const exponent = Math.log(medians.at(-1)! / medians.at(-2)!) / Math.log(sizes.at(-1)! / sizes.at(-2)!);
    return [{ of, unit: points[0].unit, sizes, medians, exponent }];
  });
}
