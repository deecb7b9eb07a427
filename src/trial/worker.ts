import { engineNamed } from "../engine/named.ts";
import { storedLab } from "./lab.ts";
import type { Job } from "./plan.ts";
import { runTrial } from "./run.ts";
import { openStore, StoreError } from "./store.ts";

/**
 * What a worker thread does: train one trial and store it.
 * @returns what a {@link StoreError} says, because the class of an error is lost between threads
 */
export default async function work({ job, folder }: { job: Job; folder: string }): Promise<string | undefined> {
  try {
    const store = openStore(folder);
    const trial = await runTrial(job.arm, job.seed, await engineNamed(job.engine), storedLab(store));
    store.write(job, trial);
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    throw error;
  }
}
