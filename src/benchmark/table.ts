import { type Ratio, ratioOfMedians } from "../statistics/ratio.ts";
import type { Comparison } from "./against.ts";
import type { Measurement } from "./measurement.ts";

/** What the others of a group are compared with: our own engine, or what comes first where it takes no part. */
export const baseOf = (group: readonly Measurement[]): Measurement =>
  group.find(({ name }) => name === "wasm") ?? group[0];

/** The measurements with their spread, group after group, and the ratio to their group's base with its interval. */
export const ratioTable = (measurements: readonly Measurement[]): string =>
  aligned(
    groupsOf(measurements).flatMap((group) => {
      const base = baseOf(group);
      return group.map((one) => [
        one.group === one.name ? one.name : `${one.name}, ${one.group}`,
        `${one.median.toPrecision(3)} ${one.unit}`,
        `± ${one.mad.toPrecision(2)}`,
        one !== base ? ratioText(one, base) : one.rounds ? "×1" : "",
        one.firstCall === undefined ? "" : `first call ${one.firstCall.toPrecision(2)} s`,
      ]);
    }),
  );

/** "×2.31 (2.2–2.4)"; nothing where they were not measured in the same rounds. */
export function ratioText({ rounds }: Measurement, base: Measurement): string {
  if (!rounds || rounds.length !== base.rounds?.length) return "";
  return withInterval(ratioOfMedians(rounds, base.rounds));
}

const withInterval = ({ ratio, interval }: Pick<Ratio, "ratio" | "interval">): string =>
  `×${ratio.toPrecision(3)} (${interval.map((end) => end.toPrecision(3)).join("–")})`;

/** How long this tree takes relative to another commit, case by case. */
export const comparisonTable = (comparisons: readonly Comparison[]): string =>
  aligned(comparisons.map((one) => [one.name, withInterval(one), one.outcome]));

/** The measurements of each group, in the order in which the groups appear. */
export const groupsOf = <T extends { readonly group: string }>(measurements: readonly T[]): T[][] =>
  [...new Set(measurements.map(({ group }) => group))].map((name) =>
    measurements.filter(({ group }) => group === name),
  );

/** Columns as wide as their widest cell, names to the left and numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}
