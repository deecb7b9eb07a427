import type { Arm } from "../language/arm.ts";
import { type Job, jobOf } from "./job.ts";
import { estimatedSeconds } from "./kinds.ts";
import { DamagedTrialError, type Store } from "./store.ts";

/**
 * Every trial of the arms, each once however many arms share it, the longest first.
 * @param engineOf what trains an arm
 */
export function jobsOf(arms: readonly Arm[], seeds: readonly number[], engineOf: (arm: Arm) => string): Job[] {
  const jobs = new Map<string, Job>();
  for (const arm of arms) {
    const engine = engineOf(arm);
    for (const seed of seeds) {
      const job = jobOf(arm, seed, engine);
      jobs.set(job.key, job);
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

/** The jobs that a store lacks; damaged trials are reported, set aside, and count as missing. */
export function missingIn(store: Store, jobs: readonly Job[], report: (line: string) => void): Job[] {
  return jobs.filter((job) => !holds(store, job, report));
}

function holds(store: Store, job: Job, report: (line: string) => void): boolean {
  try {
    return store.read(job) !== undefined;
  } catch (error) {
    if (!(error instanceof DamagedTrialError)) throw error;
    report(`${error.message}; set aside as ${store.setAside(job)}, and will be retrained`);
    return false;
  }
}
