import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { engineNamed } from "../engine/named.ts";
import { trainEnsembles } from "./ensembles.ts";
import type { Job } from "./job.ts";
import { type Store, StoreError } from "./store.ts";

/**
 * Trains jobs and stores them: on worker threads, or side by side on engines that take ensembles. Whatever has been stored
 * stays when this is interrupted.
 * @param workers threads; default: all cores
 * @param until on performance.now()'s clock, in ms: no thread begins a job after it
 * @param done is called after each job
 * @throws {EngineError} if an engine does not work here
 * @throws {StoreError} if a trial cannot be stored
 */
export async function trainAll(
  jobs: readonly Job[],
  store: Store,
  {
    workers = availableParallelism(),
    until = Number.POSITIVE_INFINITY,
    done = () => {},
  }: { workers?: number; until?: number; done?: (job: Job) => void } = {},
): Promise<void> {
  const single: Job[] = [];
  const ensembles: Promise<void>[] = [];
  for (const name of new Set(jobs.map(({ engine }) => engine))) {
    const own = jobs.filter((job) => job.engine === name);
    const engine = await engineNamed(name);
    if (engine.ensemble === undefined) single.push(...own);
    else ensembles.push(trainEnsembles(own, engine, store, done));
  }
  await Promise.all([trainOnThreads(single, store, { workers, until, done }), ...ensembles]);
}

async function trainOnThreads(
  jobs: readonly Job[],
  store: Store,
  { workers, until, done }: { workers: number; until: number; done: (job: Job) => void },
): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(workers, jobs.length);
  const pool = new Piscina({
    filename: new URL("./worker-entry.mjs", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const queue = jobs.values();
  // The pool would not start what is queued in it in this order, and the longest are to start first.
  const lane = async () => {
    for (const job of queue) {
      if (performance.now() > until) return;
      const failure: string | undefined = await pool.run({ job, folder: store.folder });
      if (failure) throw new StoreError(failure);
      done(job);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, lane));
  } finally {
    // Also ends what the other lanes are at when one job fails.
    await pool.destroy();
  }
}
