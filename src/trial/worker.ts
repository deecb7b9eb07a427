import { engineNamed } from "../engine/named.ts";
import { classifierFor } from "./instruments.ts";
import type { Job } from "./job.ts";
import { runTrials } from "./run.ts";
import { openStore, type Store, StoreError } from "./store.ts";

/**
 * What a worker thread does: train one trial and store it.
 * @returns what a {@link StoreError} says, because the class of an error is lost between threads
 */
export default async function work({ job, folder }: { job: Job; folder: string }): Promise<string | undefined> {
  try {
    const store = storeIn(folder);
    const engine = await engineNamed(job.engine);
    const [trial] = await runTrials(job.arm, [job.seed], engine, await classifierFor(job, store));
    store.write(job, trial);
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}

const stores = new Map<string, Store>();

/** One store a folder, so that what trials need is read once. */
function storeIn(folder: string): Store {
  const store = stores.get(folder) ?? openStore(folder);
  stores.set(folder, store);
  return store;
}
