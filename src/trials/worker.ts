import { engineNamed } from "../engine/named.ts";
import { storedLab } from "./lab.ts";
import type { Job } from "./plan.ts";
import { runTrial } from "./run.ts";
import { openStore } from "./store.ts";

/** What a worker thread does: train one trial and store it. */
export default async function work({ job, folder }: { job: Job; folder: string }): Promise<void> {
  const store = openStore(folder);
  const trial = await runTrial(job.arm, job.seed, await engineNamed(job.engine), storedLab(store));
  store.write(job.key, trial);
}
