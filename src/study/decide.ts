import type { Claim } from "../language/claim.ts";
import { firstDecisive } from "../language/seeds.ts";
import { looksUpTo } from "../statistics/looks.ts";
import { type Job, jobOf } from "../trial/job.ts";
import { estimatedSeconds } from "../trial/kinds.ts";
import { openStore } from "../trial/store.ts";
import { seedsOfControl } from "./departures.ts";
import { judgeFrom } from "./judge-from.ts";
import type { Judgement } from "./judgement.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import type { StudyRecord } from "./record/record.ts";
import { withTrials } from "./record/record-of.ts";
import type { Source } from "./source.ts";
import { type Run, trainMissing } from "./train.ts";

/** What is decided, and how long that may take. */
export interface DecideRun extends Pick<Run, "store" | "workers"> {
  /** Minutes after which nothing more is started. */
  readonly minutes: number;
  /** Seeds at most, if fewer than the claims' own. */
  readonly cap?: number;
  /** Ids of the claims that are asked for; all, unless given. */
  readonly claims?: ReadonlySet<string>;
  /** Trains what a store lacks; other than {@link trainMissing} in tests. */
  readonly train?: (
    jobs: readonly Job[],
    run: Pick<Run, "store" | "workers" | "until">,
    say: DecideRun["say"],
  ) => Promise<unknown>;
  /** Writes a record down; it is called when there is something new, and again and again. */
  readonly keep: (record: StudyRecord) => void;
  readonly say: (line: string) => void;
}

/** A source with its record. */
export interface Study {
  readonly source: Source;
  readonly record: StudyRecord;
}

/**
 * Trains decisive seeds until every claim is decided or capped, or time is up: what costs least comes first. A claim is judged
 * whenever its arms have more seeds, and stops asking for them when it is decided.
 * @returns the records as they are then
 */
export async function decide(studies: readonly Study[], run: DecideRun): Promise<StudyRecord[]> {
  const { train = trainMissing } = run;
  const end = performance.now() + run.minutes * 60_000;
  const open = studies.map((study) => new OpenStudy(study, run));
  for (;;) {
    const wishes = open.flatMap((study) => study.wishes()).sort((a, b) => a.seconds - b.seconds);
    const left = (end - performance.now()) / 1000;
    const batch = batchOf(wishes, run.workers, left);
    if (batch.length === 0) break;
    const undecided = open.reduce((sum, study) => sum + study.undecided(), 0);
    run.say(`${undecided} claims are undecided; ${duration(left)} left`);
    await train(batch, { ...run, until: end }, run.say);
    for (const study of open) study.learn(batch, run.keep);
  }
  return open.map((study) => study.kept(run.keep));
}

/** Trials that a claim or the figures lack. */
interface Wish {
  readonly jobs: readonly Job[];
  /** On one core, as estimated. */
  readonly seconds: number;
}

/** Seconds of a batch: long enough for starting workers not to count, short enough to judge often. */
const secondsOfBatch = 60;

/** The cheapest wishes that fill a batch, and nothing that would not end in time. */
function batchOf(wishes: readonly Wish[], workers: number, left: number): Job[] {
  const jobs = new Map<string, Job>();
  let seconds = 0;
  for (const wish of wishes) {
    const missing = wish.jobs.filter(({ key }) => !jobs.has(key));
    const cost = costOf(missing) / workers;
    if (seconds > 0 && seconds + cost > secondsOfBatch) break;
    if (seconds + cost > left) break;
    for (const job of missing) jobs.set(job.key, job);
    seconds += cost;
  }
  return [...jobs.values()].sort((a, b) => estimatedSeconds(b.arm) - estimatedSeconds(a.arm));
}

const costOf = (jobs: readonly Job[]): number => jobs.reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0);

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.max(0, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

/** One source while it is being decided. */
class OpenStudy {
  readonly #source: Source;
  readonly #ledger: Ledger;
  readonly #run: DecideRun;
  #record: StudyRecord;
  readonly #judgements = new Map<string, Judgement>();

  constructor({ source, record }: Study, run: DecideRun) {
    this.#source = source;
    this.#record = record;
    this.#run = run;
    this.#ledger = openLedger(source, record, openStore(run.store));
  }

  undecided(): number {
    return this.#claims().filter((claim) => this.#wantedOf(claim).size > 0).length;
  }

  /** What every undecided claim lacks for its next look, and what the figures lack; arm by arm, as these are independent. */
  wishes(): Wish[] {
    const wanted = [
      ...this.#claims().map((claim) => this.#wantedOf(claim)),
      ...(this.#run.claims
        ? []
        : Object.keys(this.#source.arms).map((arm) => new Map([[arm, this.#source.about.seeds.drawn]]))),
    ];
    return wanted.flatMap((counts) => {
      const jobs = [...counts].flatMap(([arm, count]) => this.#missing(arm, count));
      return jobs.length > 0 ? [{ jobs, seconds: costOf(jobs) }] : [];
    });
  }

  /** Takes what was trained from the store, and has the record kept if any of it is ours. */
  learn(jobs: readonly Job[], keep: (record: StudyRecord) => void): void {
    const trained = new Set(jobs.map(({ key }) => key));
    if (!this.#ledger.extend(trained)) return;
    this.#judgements.clear();
    this.kept(keep);
  }

  kept(keep: (record: StudyRecord) => void): StudyRecord {
    this.#record = withTrials(this.#record, this.#source, this.#ledger.trials);
    keep(this.#record);
    return this.#record;
  }

  #claims(): Claim[] {
    const { claims } = this.#run;
    return this.#source.claims.filter(({ id }) => (!claims || claims.has(id)) && this.#record.registrations[id]);
  }

  /** Arm → how many decisive seeds of it a claim asks for now; none once it is decided or capped. */
  #wantedOf(claim: Claim): ReadonlyMap<string, number> {
    if (claim.kind === "exact" || claim.kind === "untested") return new Map();
    const skipped = (this.#record.registrations[claim.id].at(-1)?.from ?? firstDecisive) - firstDecisive;
    const cap = Math.min(claim.cap, this.#run.cap ?? claim.cap);
    const judgement = this.#judgementOf(claim);
    if (judgement.kind !== "rate" && judgement.kind !== "statistic") return new Map();
    const wanted = new Map<string, number>();
    const want = (arms: readonly string[], count: number) => {
      for (const arm of arms) wanted.set(arm, Math.max(wanted.get(arm) ?? 0, skipped + Math.min(count, cap)));
    };
    const own = [claim.for].flat();
    const here = Math.min(...own.map((arm) => this.#ledger.count(arm))) - skipped;
    const next = (count: number) => nextLook(claim, Math.max(0, count), cap);
    if (judgement.verdict === "open" && here < cap) want(own, next(here));
    const { positive } = judgement.controls;
    const armsOf = (name: "negative" | "positive") => [claim.controls[name].for ?? claim.for].flat();
    want(armsOf("negative"), judgement.looked);
    const ofPositive = Math.min(...armsOf("positive").map((arm) => this.#ledger.count(arm))) - skipped;
    const enough = Math.max(judgement.looked, seedsOfControl);
    if (positive.verdict !== "reproduced" && ofPositive < enough)
      want(armsOf("positive"), Math.min(next(ofPositive), enough));
    for (const [arm, count] of wanted) if (this.#missing(arm, count).length === 0) wanted.delete(arm);
    return wanted;
  }

  #judgementOf(claim: Claim): Judgement {
    const known = this.#judgements.get(claim.id);
    if (known) return known;
    const from = this.#record.registrations[claim.id].at(-1)?.from ?? firstDecisive;
    const judgement = judgeFrom(from, claim, this.#ledger.trials);
    this.#judgements.set(claim.id, judgement);
    return judgement;
  }

  #missing(arm: string, count: number): Job[] {
    const have = this.#ledger.count(arm);
    return Array.from({ length: Math.max(0, count - have) }, (_, i) =>
      jobOf(this.#source.arms[arm], firstDecisive + have + i, "wasm"),
    );
  }
}

/** How many seeds a claim is looked at next: a statistic at its looks, a rate in steps that grow with what it has. */
function nextLook(claim: Claim, count: number, cap: number): number {
  if (claim.kind === "statistic") return looksUpTo(claim.cap).find((look) => look > count) ?? cap;
  const step = cap < 128 ? 4 : 16;
  return Math.min(cap, Math.max(count + step, Math.floor((count * 1.25) / step) * step));
}
