import { spreadOf } from "../../statistics/spread.ts";
import type { BenchmarkRun, MeasurementRecord } from "./record.ts";

/** A measurement of three rounds around a value. */
export const measuredAt = (
  value: number,
  more: Partial<Pick<MeasurementRecord, "suite" | "group" | "name" | "unit">> = {},
): MeasurementRecord => {
  const rounds = [0.98 * value, value, 1.03 * value];
  return { suite: "update", group: "S = 1", name: "wasm", unit: "ms", ...more, ...spreadOf(rounds), rounds };
};

/** A run as a record has it. */
export const runOf = (more: Partial<BenchmarkRun>): BenchmarkRun => ({
  schema: 1,
  at: "2026-03-01T12:00:00.000Z",
  commit: "0123456789ab",
  machine: {
    processor: "A processor",
    cores: 2,
    memoryGiB: 8,
    system: "linux x64",
    node: "v24.0.0",
    v8: "13.6",
    arithmetic: "fused",
  },
  peers: { jax: "0.10" },
  measurements: [measuredAt(1), measuredAt(2, { name: "JAX" })],
  ...more,
});
