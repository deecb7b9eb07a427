import type { Arm } from "../experiment/arm.ts";
import { estimatedSeconds } from "./cost.ts";
import { trialKey } from "./key.ts";
import { DamagedTrialError, type Store } from "./store.ts";
import type { Trial } from "./trial.ts";

/** One trial to be trained. */
export interface Job {
  readonly key: string;
  readonly arm: Arm;
  readonly seed: number;
  readonly engine: string;
}

/**
 * Every trial of the arms, each once however many arms share it, the longest first.
 * @param engineOf what trains an arm
 */
export function jobsOf(arms: readonly Arm[], seeds: readonly number[], engineOf: (arm: Arm) => string): Job[] {
  const jobs = new Map<string, Job>();
  for (const arm of arms) {
    const engine = engineOf(arm);
    for (const seed of seeds) {
      const key = trialKey(arm, seed, engine);
      jobs.set(key, { key, arm, seed, engine });
    }
  }
  return [...jobs.values()].sort((a, b) => estimatedSeconds(b.arm) - estimatedSeconds(a.arm));
}

/** Share i of n (1 ≤ i ≤ n): every n-th job, so that each share has its part of the long ones. */
export const shardOf = (jobs: readonly Job[], { index, count }: Shard): Job[] =>
  jobs.filter((_, position) => position % count === index - 1);

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What the store has of the jobs and what is missing; damaged trials are reported, removed, and count as missing. */
export function consult(store: Store, jobs: readonly Job[], report: (line: string) => void) {
  const trials = new Map<string, Trial>();
  const missing: Job[] = [];
  for (const job of jobs) {
    const trial = readOrRemove(store, job.key, report);
    if (trial) trials.set(job.key, trial);
    else missing.push(job);
  }
  return { trials, missing };
}

function readOrRemove(store: Store, key: string, report: (line: string) => void): Trial | undefined {
  try {
    return store.read(key);
  } catch (error) {
    if (!(error instanceof DamagedTrialError)) throw error;
    report(`${error.message}; it is trained again`);
    store.remove(key);
    return undefined;
  }
}
