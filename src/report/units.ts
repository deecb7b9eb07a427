import { gameOf } from "../games/define.ts";
import { metricsOf } from "../games/metrics.ts";
import type { Arm } from "../language/arm.ts";
import { type MetricInWords, metrics } from "../language/metrics.ts";

/** The unit of a metric of an arm; a game has metrics of its own. @throws {RangeError} for a metric that such an arm has not */
export function unitOf(metric: string, arm: Arm): string {
  const known: Readonly<Record<string, MetricInWords>> = arm.kind === "game" ? metricsOf(gameOf(arm.game)) : metrics;
  const words = known[metric];
  if (!words) throw new RangeError(`expected a metric (${Object.keys(known).join(", ")}), got "${metric}"`);
  return words.unit;
}
