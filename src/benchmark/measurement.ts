import type { MeasurementRecord } from "../report/benchmark/record.ts";
import { spreadOf } from "../statistics/spread.ts";

/** What a benchmark found out about one contender. */
export type Measurement = Omit<MeasurementRecord, "suite">;

/**
 * @param rounds a sample a round; contenders of one group have the same rounds
 * @throws {RangeError} if there are no samples
 */
export const measurementOf = (
  { name, group, unit, peer, variant, firstCall }: Described,
  rounds: readonly number[],
): Measurement => ({
  ...{ name, group, unit },
  ...(peer !== undefined && { peer, variant, firstCall }),
  ...spreadOf(rounds),
  rounds: [...rounds],
});

type Described = Pick<Measurement, "name" | "group" | "unit" | "peer" | "variant" | "firstCall">;
