import type { Arm } from "../language/arm.ts";
import { firstDecisive } from "../language/seeds.ts";
import { UsageError } from "../language/usage-error.ts";
import { type Job, jobOf } from "../trial/job.ts";
import type { Store } from "../trial/store.ts";
import type { Trial } from "../trial/trial.ts";
import { recordedDigest } from "./record/columns.ts";
import type { StudyRecord } from "./record/record.ts";
import { armHash } from "./record/record-of.ts";
import { recordedTrials } from "./record/recorded-trials.ts";
import type { Source } from "./source.ts";
import type { TrialsByArm } from "./tuples.ts";

/** Every decisive trial that is known of a source: those of its record, and those of a store that go beyond. */
export interface Ledger {
  /** Of each arm from the first decisive seed on, without the arrays that only figures need. */
  readonly trials: TrialsByArm;
  /** How many there are of an arm. */
  count(arm: string): number;
  /** Takes from the store what has been trained since. @param keys of it @returns whether any of it was ours */
  extend(keys: ReadonlySet<string>): boolean;
}

/**
 * Reads a record and what a store has beyond it. Where both have a trial the store's is taken, as a claim may look at more of it than the
 * record keeps; it has to be the trial that is recorded.
 * @throws {UsageError} if it is not
 */
export function openLedger(source: Source, record: StudyRecord, store: Store): Ledger {
  const trials: Record<string, Trial[]> = {};
  for (const [name, arm] of Object.entries(source.arms)) {
    const kept = record.arms[name];
    const recorded = kept && kept.arm === armHash(arm) ? recordedTrials(arm, record.engine, kept) : [];
    trials[name] = recorded.map((trial) => {
      const stored = slim(store.read(jobOf(arm, trial.seed, record.engine)));
      if (!stored) return trial;
      if (recordedDigest(stored.digest) === trial.digest) return stored;
      throw new UsageError(
        `${source.about.id}, arm "${name}", seed ${trial.seed}: expected the recorded digest ${trial.digest}, got ` +
          `${recordedDigest(stored.digest)} in ${store.folder}: this machine or this code computes something else`,
      );
    });
    extendArm(trials[name], arm, (job) => slim(store.read(job)));
  }
  return {
    trials,
    count: (arm) => trials[arm].length,
    extend(keys) {
      const before = total(trials);
      for (const [name, arm] of Object.entries(source.arms)) {
        extendArm(trials[name], arm, (job) => (keys.has(job.key) ? slim(store.read(job)) : undefined));
      }
      return total(trials) > before;
    },
  };
}

/** Appends trials until one is missing: a claim looks at seeds in their order. */
function extendArm(trials: Trial[], arm: Arm, read: (job: Job) => Trial | undefined): void {
  for (;;) {
    const next = read(jobOf(arm, firstDecisive + trials.length, "wasm"));
    if (!next) return;
    trials.push(next);
  }
}

const slim = (trial: Trial | undefined): Trial | undefined => trial && { ...trial, arrays: {} };

const total = (trials: TrialsByArm): number => Object.values(trials).reduce((sum, { length }) => sum + length, 0);
