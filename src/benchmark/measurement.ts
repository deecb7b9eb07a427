import { type Spread, spreadOf } from "../statistics/spread.ts";

/** What a benchmark found out about one contender. */
export interface Measurement extends Spread {
  readonly name: string;
  /** The contenders that it is compared with have the same. */
  readonly group: string;
  readonly unit: string;
}

/** @throws {RangeError} if there are no samples */
export const measurementOf = (
  { name, group, unit }: Pick<Measurement, "name" | "group" | "unit">,
  samples: readonly number[],
): Measurement => ({ name, group, unit, ...spreadOf(samples) });
