import { metricsOfGames } from "../games/metrics.ts";
import { type MetricInWords, metrics } from "../language/metrics.ts";

const known: Readonly<Record<string, MetricInWords>> = { ...metrics, ...metricsOfGames };

/** The unit of a metric, as the report prints it. @throws {RangeError} for a metric without a unit */
export function unitOf(metric: string): string {
  const words = known[metric];
  if (!words) throw new RangeError(`expected a metric with a unit (${Object.keys(known).join(", ")}), got "${metric}"`);
  return words.unit;
}
