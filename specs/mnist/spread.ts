import type { Measured } from "../../src/language/claim.ts";

/** Standard deviation over seeds of ln fd: of the second arm less that of the first. */
export const spreadGap = (rows: readonly (readonly Measured[])[]): number =>
  standardDeviation(rows.map((row) => logDistance(row[1]))) - standardDeviation(rows.map((row) => logDistance(row[0])));

export const logDistance = ({ end }: Measured): number => Math.log(end.frechet);

export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
