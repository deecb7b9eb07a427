import { Bench } from "tinybench";
import { engineNamed } from "../engine/named.ts";
import { benchmarkArm, ensembleSizes, seedsOf } from "./arm.ts";
import { type Measurement, measurementOf } from "./measurement.ts";

/** Milliseconds that each ensemble size is timed for, after as long a warm-up. */
const BUDGET = 200;

/**
 * Times one discriminator update of the 1-D Gaussian GAN (all seeds together) on this thread, for ensembles of 1, 8 and
 * 32 seeds.
 * @throws {RangeError} if there is no engine of that name
 */
export async function timeEngine(engineName: string): Promise<Measurement[]> {
  const engine = await engineNamed(engineName);
  const measurements: Measurement[] = [];
  for (const size of ensembleSizes) {
    const adversary = await engine.create(benchmarkArm, seedsOf(size));
    const name = `discriminator update of ${size} ${size === 1 ? "seed" : "seeds"} on ${engineName}`;
    const milliseconds = await latencies(name, () => adversary.updateDiscriminator());
    const microseconds = milliseconds.map((latency) => latency * 1000);
    measurements.push(measurementOf(name, "µs", microseconds));
    adversary.dispose();
  }
  return measurements;
}

async function latencies(name: string, work: () => void): Promise<readonly number[]> {
  const bench = new Bench({ time: BUDGET, warmupTime: BUDGET, iterations: 5, retainSamples: true, throws: true });
  bench.add(name, work);
  const [task] = await bench.run();
  if (task.result.state !== "completed" || !task.result.latency.samples) {
    throw new Error(`expected ${name} to be timed to the end, got the state ${task.result.state}`);
  }
  return task.result.latency.samples;
}
