import type { Engine } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";
import { canonicalJson } from "./canonical-json.ts";
import { classifierFor } from "./instruments.ts";
import type { Job } from "./job.ts";
import { runTrials } from "./run.ts";
import type { Store } from "./store.ts";

/** Jobs of one arm, to be trained side by side. */
export type Ensemble = readonly (Job & { readonly arm: GanArm })[];

/** Jobs of the same arm together, at most `size` of them, in the order in which each arm comes first. */
export function ensemblesOf(jobs: readonly Job[], size: number): Ensemble[] {
  const ofArms = new Map<string, (Job & { arm: GanArm })[]>();
  for (const job of jobs) {
    const { arm } = job;
    if (arm.kind !== "gan") throw new RangeError(`expected games of networks to train side by side, got a ${arm.kind}`);
    const name = canonicalJson(arm);
    ofArms.set(name, [...(ofArms.get(name) ?? []), { ...job, arm }]);
  }
  return [...ofArms.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size)),
  );
}

/** Trains jobs on an engine that takes ensembles, one after the other, and stores each when it is done. */
export async function trainEnsembles(
  jobs: readonly Job[],
  engine: Engine,
  store: Store,
  done: (job: Job) => void,
): Promise<void> {
  for (const ensemble of ensemblesOf(jobs, engine.ensemble ?? 1)) {
    const seeds = ensemble.map(({ seed }) => seed);
    const trials = await runTrials(ensemble[0].arm, seeds, engine, await classifierFor(ensemble[0], store));
    for (const [s, job] of ensemble.entries()) {
      store.write(job, trials[s]);
      done(job);
    }
  }
}
