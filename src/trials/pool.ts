import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { Job } from "./plan.ts";
import type { Store } from "./store.ts";

/**
 * Trains jobs on worker threads and stores them. Whatever has been stored stays when this is interrupted.
 * @param workers threads; all cores unless told
 * @param done is called after each job
 */
export async function trainAll(
  jobs: readonly Job[],
  store: Store,
  { workers = availableParallelism(), done = () => {} }: { workers?: number; done?: (job: Job) => void } = {},
): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(workers, jobs.length);
  const pool = new Piscina({
    filename: new URL("./worker-entry.mjs", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    maxQueue: Number.POSITIVE_INFINITY,
  });
  try {
    await Promise.all(
      jobs.map(async (job) => {
        await pool.run({ job, folder: store.folder });
        done(job);
      }),
    );
  } finally {
    // Also ends what is still queued when one job fails.
    await pool.destroy();
  }
}
