import { readMnist } from "../data/mnist.ts";
import type { Arm } from "../language/arm.ts";
import { decisiveSeeds, type SeedRange, seedsIn } from "../language/seeds.ts";
import { censusOf } from "../trial/census.ts";
import { prerequisitesOf } from "../trial/instruments.ts";
import { type Job, jobOf } from "../trial/job.ts";
import { jobsOf, missingIn } from "../trial/plan.ts";
import { trainAll } from "../trial/pool.ts";
import { showProgress } from "../trial/progress.ts";
import { openStore, type Store } from "../trial/store.ts";
import type { Trial } from "../trial/trial.ts";
import type { Engines } from "./engines.ts";
import type { TrialsByArm } from "./judge.ts";
import type { Source } from "./source.ts";

/** What a run was asked for, with its engines chosen. */
export interface Run {
  readonly engines: Engines;
  /** Those to train; the decisive ones that figures are drawn from, unless given. */
  readonly seeds?: SeedRange;
  /** The folder of the trials. */
  readonly store: string;
  /** Threads that train. */
  readonly workers: number;
  /** Begin nothing after this, on performance.now()'s clock, in ms. */
  readonly until?: number;
}

/** Seeds that a source's arms are trained from: those asked for, else those that figures are drawn from. */
export const seedsOf = ({ about }: Source, { seeds }: Pick<Run, "seeds">): number[] =>
  seeds ? seedsIn(seeds) : decisiveSeeds(about.seeds.drawn);

/** Every job of the sources, each once, the longest first within a source. */
export function allJobs(sources: readonly Source[], options: Pick<Run, "seeds" | "engines">): Job[] {
  return sources.flatMap((source) =>
    jobsOf(Object.values<Arm>(source.arms), seedsOf(source, options), options.engines.of),
  );
}

/** Trains what the store lacks, with progress. @param say gets a line at a time @throws {MnistError} if digits are to be learnt and are not there */
export async function trainMissing(
  jobs: readonly Job[],
  options: Pick<Run, "store" | "workers" | "until">,
  say: (line: string) => void,
): Promise<Store> {
  const store = openStore(options.store);
  const missing = missingIn(store, jobs, say);
  const needed = prerequisitesOf(missing);
  const first = missingIn(store, needed, say);
  const before = first.length > 0 ? ", after the classifier that digits are measured with" : "";
  const known = jobs.length - missing.length;
  say(`${known} of ${jobs.length} trials are in ${options.store}; ${missing.length} to train${before}`);
  for (const line of othersIn(store, jobs)) say(line);
  if (missing.length === 0) return store;
  store.prepareToWrite();
  // A missing data set is better found out here than in a worker.
  if (needed.length > 0) readMnist();
  const progress = showProgress([...first, ...missing]);
  try {
    for (const stage of [first, missing]) {
      const { workers, until } = options;
      await trainAll(stage, store, { workers, until, done: progress.done });
    }
  } finally {
    progress.stop();
  }
  return store;
}

/** What else lies in a store, so that "0 of 288 trials" does not read as if nothing had ever been trained. */
function othersIn(store: Store, jobs: readonly Job[]): string[] {
  const { current, otherCode } = censusOf(store, new Set(jobs.map(({ key }) => key)));
  const engines = new Set(jobs.map(({ engine }) => engine));
  const others = current.flatMap(({ trial }) => trial?.engine ?? []).filter((engine) => !engines.has(engine));
  const names = [...new Set(others)].sort().join(", ");
  return [
    ...(otherCode.length > 0 ? [`${otherCode.length} more come from other code; \`npm run prune\` lists them`] : []),
    ...(others.length > 0 ? [`${others.length} more come from other engines (${names})`] : []),
  ];
}

/** A source's trials, arm by arm in the order of the seeds, from a store that has them. */
export function trialsOf(source: Source, options: Run, store: Store): TrialsByArm {
  const shared = new Map<string, Trial>();
  const read = (arm: Arm, seed: number): Trial => {
    const job = jobOf(arm, seed, options.engines.of(arm));
    const trial = shared.get(job.key) ?? store.read(job);
    if (!trial)
      throw new Error(`expected seed ${seed} of ${source.about.id} in ${store.folder}, got none; rerun the command`);
    shared.set(job.key, trial);
    return trial;
  };
  const seeds = seedsOf(source, options);
  return Object.fromEntries(
    Object.entries<Arm>(source.arms).map(([name, arm]) => [name, seeds.map((seed) => read(arm, seed))]),
  );
}
