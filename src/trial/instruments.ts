import { wasmEngine } from "../engine/wasm/index.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import { theClassifier } from "./classifier.ts";
import { instrumentsOf } from "./digits.ts";
import { type Job, jobOf } from "./job.ts";
import { runTrials } from "./run.ts";
import type { Store } from "./store.ts";
import type { Trial } from "./trial.ts";

/** What has to be trained before the jobs, each once: the classifier behind the metrics of digits, if any job needs it. */
export function prerequisitesOf(jobs: readonly Job[]): Job[] {
  const needed = jobs.flatMap(({ classifier }) => classifier ?? []);
  return [...new Map(needed.map((job) => [job.key, job])).values()];
}

/** The classifier that a job needs, if any, from its store; trained and kept if it is missing. Read once of each store. */
export const classifierFor = async ({ classifier }: Job, store: Store): Promise<Trial | undefined> =>
  classifier && storedOnce(classifier, store);

const read = new WeakMap<Store, Map<string, Promise<Trial>>>();

function storedOnce(job: Job, store: Store): Promise<Trial> {
  const known = read.get(store) ?? new Map<string, Promise<Trial>>();
  read.set(store, known);
  const trial = known.get(job.key) ?? stored(job, store);
  known.set(job.key, trial);
  // What failed may work the next time.
  trial.catch(() => known.delete(job.key));
  return trial;
}

async function stored(job: Job, store: Store): Promise<Trial> {
  const known = store.read(job);
  if (known) return known;
  const [trial] = await runTrials(job.arm, [job.seed], wasmEngine);
  store.write(job, trial);
  return trial;
}

/**
 * What arms of digits learn from and are measured with, with a classifier that is kept in a store like a trial; whatever
 * trains the digits, it is `wasm`'s: all engines are measured by the same instrument.
 */
export const storedInstruments = (store: Store) => async (): Promise<ImageInstruments> =>
  instrumentsOf(await storedOnce(jobOf(theClassifier.arm, theClassifier.seed, "wasm"), store));
