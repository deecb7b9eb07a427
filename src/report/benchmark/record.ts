import { z } from "zod";
import { median } from "../../statistics/quantile.ts";
import { count, environment, name, text, unit } from "../schema-parts.ts";

const positive = z.number().gt(0).max(1e15);

/** One thing that was timed. Equal suite and group: measured in the same rounds, and compared with each other. */
const measurementSchema = z
  .strictObject({
    suite: name,
    group: name,
    name,
    unit,
    median: positive,
    /** Median absolute deviation from the median, in the same unit. */
    mad: z.number().min(0),
    samples: count.min(1),
    /** Whose work it is, such as "PyTorch", and how it is written; none of what is ours. */
    peer: name.optional(),
    variant: name.optional(),
    /** Wall-clock seconds of a peer's very first call, compiling included; `median` is of the later ones. */
    firstCall: positive.optional(),
    /** The samples themselves, one a round, where all of the group had their turn in each round. */
    rounds: z.array(positive).min(1).max(10_000).optional(),
  })
  .refine(({ rounds, samples }) => rounds === undefined || rounds.length === samples, {
    path: ["rounds"],
    error: "one value for each of the samples",
  })
  .refine(({ rounds, median: stated }) => rounds === undefined || isClose(median(rounds), stated), {
    path: ["median"],
    error: "the median of rounds",
  });

/** Where a run was made: times of machines that differ in any of these are never joined. */
const machineSchema = z.strictObject({
  processor: text.min(1),
  /** That may be used at once. */
  cores: count.min(1),
  memoryGiB: positive,
  /** Operating system and architecture, such as "linux x64". */
  system: name,
  node: name,
  v8: name,
  /** Which of several paths the arithmetic of the wasm engine takes here. */
  arithmetic: name,
});

/** One run of the benchmark: one line of a record. */
export const runSchema = z.strictObject({
  schema: z.literal(1),
  at: z.iso.datetime(),
  commit: name,
  /** The tag of that commit, if it has one. */
  tag: name.optional(),
  machine: machineSchema,
  /** Peer → its version. */
  peers: environment,
  measurements: z.array(measurementSchema).min(1).max(10_000),
});

export type BenchmarkRun = z.infer<typeof runSchema>;
export type MeasurementRecord = BenchmarkRun["measurements"][number];
export type Machine = BenchmarkRun["machine"];

/** Values are written with as many digits as JSON gives them, so that they differ by rounding only. */
const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(a);
