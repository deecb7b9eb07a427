import type { Measured } from "../../src/language/claim.ts";

/** Standard deviation over seeds of ln fd: of the second arm less that of the first. */
export const spreadGap = (rows: readonly (readonly Measured[])[]): number =>
  spread(rows.map((row) => row[1])) - spread(rows.map((row) => row[0]));

function spread(trials: readonly Measured[]): number {
  const logs = trials.map(({ end }) => Math.log(end.frechet));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1));
}
