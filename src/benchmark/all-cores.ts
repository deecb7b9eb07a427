import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { UpdateTiming } from "../report/results.ts";
import { median } from "../statistics/quantile.ts";

/** Seeds that each thread trains: enough to be like a long run, few enough to stay in a core's cache. */
const seedsEach = 32;

/** Times `wasm` with every core busy at once: the time of one update over all the seeds that it was made for. */
export async function timeAllCores(cores = availableParallelism()): Promise<UpdateTiming> {
  const pool = new Piscina({
    filename: new URL("./worker-entry.mjs", import.meta.url).href,
    minThreads: cores,
    maxThreads: cores,
  });
  try {
    const all: UpdateTiming[][] = await Promise.all(
      Array.from({ length: cores }, () => pool.run({ engine: "wasm", sizes: [seedsEach], budget: 500 })),
    );
    const own = all.map(([timing]) => timing);
    return {
      ...{ kind: "update", engine: "wasm", cores, seeds: seedsEach * cores, unit: "µs" },
      median: median(own.map((one) => one.median)),
      mad: median(own.map((one) => one.mad)),
      samples: own.reduce((sum, { samples }) => sum + samples, 0),
    };
  } finally {
    await pool.destroy();
  }
}
