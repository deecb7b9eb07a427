import type { MeasurementRecord } from "./record.ts";

/** A peer's measurement that may be quoted; ours have no peer. */
type OfPeer = Pick<MeasurementRecord, "group" | "peer" | "median">;

/** Of each peer in each group the fastest variant, which is the one to quote; what is ours stays as it is. In their order. */
export function bestVariants<Measured extends OfPeer>(measurements: readonly Measured[]): Measured[] {
  const best = new Map<string, Measured>();
  for (const one of measurements) {
    if (one.peer === undefined) continue;
    const key = JSON.stringify([one.group, one.peer]);
    const other = best.get(key);
    if (other === undefined || one.median < other.median) best.set(key, one);
  }
  const quoted = new Set(best.values());
  return measurements.filter((one) => one.peer === undefined || quoted.has(one));
}
