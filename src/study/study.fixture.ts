import { createHash } from "node:crypto";
import { wasmEngine } from "../engine/wasm/index.ts";
import type { RateClaim } from "../language/claim.ts";
import { normal, sample } from "../language/describe.ts";
import { decisiveSeeds } from "../language/seeds.ts";
import { type Job, jobOf } from "../trial/job.ts";
import { runTrials } from "../trial/run.ts";
import { openStore } from "../trial/store.ts";
import type { Trial } from "../trial/trial.ts";
import type { DecideRun } from "./decide.ts";
import { emptyRecord, type StudyRecord } from "./record/record.ts";
import { withTrials } from "./record/record-of.ts";
import { register } from "./register.ts";
import { about } from "./registration.fixture.ts";
import { type Source, source } from "./source.ts";
import type { TrialsByArm } from "./tuples.ts";

/** Fifty draws of a normal distribution. */
const drawn = (sd: number) =>
  sample({ data: normal({ mean: 0, sd }), size: 50, stream: "small", metrics: ["sd", "mean"] });

export const arms = { narrow: drawn(1), wide: drawn(4), point: drawn(0.1) };

type Arms = keyof typeof arms;

const said = { says: "ours", at: "page 1", hypothesis: "It is narrow." } as const;

/** What "is-narrow" of {@link small} is, to be changed by tests. */
export const narrow: RateClaim<Arms, "narrow", "wide", "point"> = {
  ...said,
  for: "narrow",
  holds: ({ end }) => end.sd < 2,
  atLeast: 0.5,
  cap: 64,
  controls: {
    negative: { what: "wide draws", for: "wide" },
    positive: { what: "all but a point", for: "point" },
  },
};

/** A source whose trials take no time: two claims that some seeds decide, one that none do, and one that cannot be tested. */
export const smallSource = (changes: Partial<typeof narrow> = {}): Source =>
  source({ ...about, id: "small", seeds: { cap: 64, drawn: 2 } }, arms, [], ({ claim, exact, untested }) => {
    claim("is-narrow", { ...narrow, ...changes });
    claim("is-left", { ...narrow, holds: ({ end }) => end.mean < 0, controls: leftAndRight });
    exact("adds-up", {
      ...said,
      check: () => ({ holds: 1 + 1 === 2, detail: "1 + 1 = 2" }),
      controls: { negative: { what: "another sum", check: () => ({ holds: false, detail: "1 + 1 is not 3" }) } },
    });
    untested("is-pretty", { ...said, why: "no number is given" });
  });

const leftAndRight: (typeof narrow)["controls"] = {
  negative: { what: "wider than it can be", for: "wide", holds: ({ end }) => end.sd < 1 },
  positive: { what: "a number", for: "point", holds: ({ end }) => Number.isFinite(end.mean) },
};

export const small = smallSource();

/** What stands for the hash of a claim: its name and its version. */
export const hashesOf = ({ claims }: Source): ReadonlyMap<string, string> =>
  new Map(
    claims
      .filter(({ kind }) => kind !== "untested")
      .map(({ id, version = 1 }) => [id, createHash("sha256").update(`${id} ${version}`).digest("hex")]),
  );

/** Trains arms in this process. */
export async function trained({ arms }: Source, counts: Readonly<Record<string, number>>): Promise<TrialsByArm> {
  const trials: Record<string, Trial[]> = {};
  for (const [name, arm] of Object.entries(arms)) {
    trials[name] = counts[name] ? await runTrials(arm, decisiveSeeds(counts[name]), wasmEngine) : [];
  }
  return trials;
}

export const registered = (source: Source): StudyRecord =>
  register(emptyRecord(source.about.id), source, hashesOf(source), new Date("2026-01-02T03:04:05Z"));

/** A record of so many trials of each arm. */
export const recordOf = async (source: Source, counts: Readonly<Record<string, number>>): Promise<StudyRecord> =>
  withTrials(registered(source), source, await trained(source, counts));

/** Trains jobs in this process, as threads take seconds to start. @returns the jobs of each call */
export function trainHere() {
  const batches: (readonly Job[])[] = [];
  const train: DecideRun["train"] = async (jobs, { store }) => {
    batches.push(jobs);
    for (const job of jobs) {
      const [trial] = await runTrials(job.arm, [job.seed], wasmEngine);
      openStore(store).write(job, trial);
    }
  };
  return { batches, train };
}

/** Writes trials into a store. */
export function keep(folder: string, { arms }: Source, trials: TrialsByArm): void {
  const store = openStore(folder);
  for (const [name, ofArm] of Object.entries(trials)) {
    for (const trial of ofArm) store.write(jobOf(arms[name], trial.seed, "wasm"), trial);
  }
}
