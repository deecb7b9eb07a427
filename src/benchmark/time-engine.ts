import type { Adversary } from "../engine/engine.ts";
import { engineNamed } from "../engine/named.ts";
import type { UpdateTiming } from "../report/results.ts";
import { spreadOf } from "../statistics/spread.ts";
import { benchmarkArm, seedsOf } from "./arm.ts";
import { latencies } from "./in-process.ts";

export interface TimingOptions {
  /** Ensembles of as many seeds. */
  readonly sizes?: readonly number[];
  /** Milliseconds that each ensemble size is timed for, after as long a warm-up. */
  readonly budget?: number;
}

/** Updates at most that an engine which queues them gets at a time, so that waiting for the last counts little. */
const queued = 64;

/**
 * Times one discriminator update of the 1-D Gaussian GAN (all seeds together) from this thread, for ensembles of 1, 8 and
 * 32 seeds by default.
 * @throws {RangeError} if there is no engine of that name
 * @throws {EngineError} if it does not work here
 */
export async function timeEngine(
  engineName: string,
  { sizes = [1, 8, 32], budget = 200 }: TimingOptions = {},
): Promise<UpdateTiming[]> {
  const engine = await engineNamed(engineName);
  const timings: UpdateTiming[] = [];
  for (const size of sizes) {
    const adversary = await engine.create(benchmarkArm, seedsOf(size));
    const { updates, work } = await workOf(adversary, budget);
    const milliseconds = await latencies(engineName, work, budget);
    const microseconds = milliseconds.map((latency) => (latency * 1000) / updates);
    timings.push({
      ...{ kind: "update", engine: engineName, cores: 1, seeds: size, unit: "µs" },
      ...spreadOf(microseconds),
    });
    adversary.dispose();
  }
  return timings;
}

/** What is timed at once, and how many updates it is. */
async function workOf(
  adversary: Adversary,
  budget: number,
): Promise<{ updates: number; work: () => void | Promise<void> }> {
  if (!adversary.settle) return { updates: 1, work: () => adversary.updateDiscriminator() };
  const several = (updates: number) => async () => {
    for (let update = 0; update < updates; update++) adversary.updateDiscriminator();
    await adversary.settle?.();
  };
  // The first one also compiles.
  await several(1)();
  const start = performance.now();
  await several(1)();
  const one = performance.now() - start;
  const updates = Math.max(1, Math.min(queued, Math.floor(budget / 4 / one)));
  return { updates, work: several(updates) };
}
