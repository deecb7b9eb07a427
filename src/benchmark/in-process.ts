import { Bench } from "tinybench";
import { spreadOf } from "../statistics/spread.ts";
import type { Measurement } from "./measurement.ts";

/** Something that is timed as a whole in this thread. */
export interface Task {
  readonly name: string;
  readonly group: string;
  readonly run: () => unknown;
}

/**
 * Times tasks one after the other with tinybench, each after a warm-up of its own.
 * @param budget milliseconds that a task is repeated for; three times at least
 * @returns wall-clock milliseconds of one run
 */
export async function timeTasks(tasks: readonly Task[], budget = 500): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const { name, group, run } of tasks) {
    const samples = await latencies(name, run, budget);
    measurements.push({ name, group, unit: "ms", ...spreadOf(samples) });
  }
  return measurements;
}

/** Milliseconds of each run. @throws {Error} if a run fails */
export async function latencies(name: string, run: () => unknown, budget: number): Promise<readonly number[]> {
  const bench = new Bench({
    time: budget,
    warmupTime: budget,
    iterations: 3,
    warmupIterations: 1,
    retainSamples: true,
    throws: true,
  });
  bench.add(name, run);
  const [task] = await bench.run();
  if (task.result.state !== "completed" || !task.result.latency.samples) {
    throw new Error(`expected ${name} to be timed to the end, got the state ${task.result.state}`);
  }
  return task.result.latency.samples;
}
