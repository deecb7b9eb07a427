import { ensembleSizes } from "./arm.ts";
import type { Measurement } from "./measurement.ts";

/** The updates' times side by side, with how many times longer than on wasm each takes. */
export function updateTable(measurements: readonly Measurement[]): string {
  const rows = ensembleSizes.flatMap((size) => {
    const ofSize = measurements.filter(({ name }) => name.endsWith(`, S = ${size}`));
    const wasm = ofSize.find(({ name }) => name.startsWith("wasm"));
    return ofSize.map((measurement) => [
      ...described(measurement),
      `${((measurement.median / size) * 1000).toPrecision(3)} µs a seed`,
      wasm ? `×${(measurement.median / wasm.median).toPrecision(3)}` : "",
    ]);
  });
  return aligned(rows);
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

function described({ name, unit, median, mad }: Measurement): string[] {
  return [name, `${median.toPrecision(3)} ${unit}`, `± ${mad.toPrecision(2)}`];
}

/** Columns as wide as their widest cell, names to the left and numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "),
  );
  return lines.join("\n");
}
