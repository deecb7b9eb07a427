import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { timingName } from "../report/sweep.ts";
import { type Measurement, median } from "./measurement.ts";

/** Seeds that each thread trains: enough to be like a long run, few enough to stay in a core's cache. */
const seedsEach = 32;

/** Times `wasm` with every core busy at once: the time of one update over all the seeds that it was made for. */
export async function timeAllCores(cores = availableParallelism()): Promise<Measurement> {
  const pool = new Piscina({
    filename: new URL("./worker-entry.mjs", import.meta.url).href,
    minThreads: cores,
    maxThreads: cores,
  });
  try {
    const all: Measurement[][] = await Promise.all(
      Array.from({ length: cores }, () => pool.run({ engine: "wasm", sizes: [seedsEach], budget: 500 })),
    );
    const own = all.map(([measurement]) => measurement);
    const perSeed = (value: number) => value / seedsEach / cores;
    return {
      name: timingName(1, `wasm, all ${cores} cores`),
      unit: "µs",
      median: perSeed(median(own.map((one) => one.median))),
      mad: perSeed(median(own.map((one) => one.mad))),
      samples: own.reduce((sum, { samples }) => sum + samples, 0),
    };
  } finally {
    await pool.destroy();
  }
}
