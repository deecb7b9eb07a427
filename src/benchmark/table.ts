import { ensembleSizes } from "./arm.ts";
import { ensembleGroup } from "./contenders.ts";
import { digitArms } from "./digits.ts";
import type { Measurement } from "./measurement.ts";

/** The updates' times side by side, with how many times longer than on wasm each takes. */
export function updateTable(measurements: readonly Measurement[]): string {
  const rows = ensembleSizes.flatMap((size) =>
    against(measurements, ensembleGroup(size), ({ median }) => [
      `${((median / size) * 1000).toPrecision(3)} µs a seed`,
    ]),
  );
  return aligned(rows);
}

/** The table of measurements for the arms on digits. */
export const digitTable = (measurements: readonly Measurement[]): string =>
  aligned(Object.keys(digitArms).flatMap((arm) => against(measurements, arm)));

/** Rows of the measurements of a group, with how many times longer than wasm each takes. */
function against(
  measurements: readonly Measurement[],
  group: string,
  more: (measurement: Measurement) => string[] = () => [],
): string[][] {
  const own = measurements.filter((measurement) => measurement.group === group);
  const wasm = own.find(({ name }) => name === "wasm");
  return own.map((measurement) => [
    ...described(measurement, `, ${group}`),
    ...more(measurement),
    wasm ? `×${(measurement.median / wasm.median).toPrecision(3)}` : "",
  ]);
}

/** The kernels' speeds, with their share of the first one's. */
export function speedTable(measurements: readonly Measurement[]): string {
  const [limit] = measurements;
  return aligned(
    measurements.map((measurement) => [
      ...described(measurement),
      `${((100 * measurement.median) / limit.median).toFixed(0)} %`,
    ]),
  );
}

function described({ name, unit, median, mad }: Measurement, more = ""): string[] {
  return [name + more, `${median.toPrecision(3)} ${unit}`, `± ${mad.toPrecision(2)}`];
}

/** Columns as wide as their widest cell, names to the left and numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "),
  );
  return lines.join("\n");
}
