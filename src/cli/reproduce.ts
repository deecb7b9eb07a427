import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { decisiveSeeds } from "../language/seeds.ts";
import { UsageError } from "../language/usage-error.ts";
import { drawFigures } from "../report/draw-figures.ts";
import { mergedInto } from "../report/merge-results.ts";
import { type Results, type Timing, writeResults } from "../report/results.ts";
import { type Reproduced, resultsOf } from "../report/results-of.ts";
import { tellFindings } from "../report/tell-findings.ts";
import { writePages } from "../report/write-pages.ts";
import { type Sampled, sampleOf } from "../study/audit.ts";
import { type Audit, audit } from "../study/audit-run.ts";
import { type Departure, departuresOf } from "../study/departures.ts";
import { digestsOf } from "../study/digests.ts";
import { type OfRecord, ofRecord } from "../study/of-record.ts";
import { onOtherEngine } from "../study/other-engine.ts";
import { readRecord, type StudyRecord } from "../study/record/record.ts";
import { hashesOf } from "../study/register.ts";
import type { Source } from "../study/source.ts";
import type { Run } from "../study/train.ts";
import type { TrialsByArm } from "../study/tuples.ts";
import { jobOf } from "../trial/job.ts";
import { openStore, type Store } from "../trial/store.ts";
import type { Trial } from "../trial/trial.ts";
import { committedBenchmarks } from "./committed-benchmarks.ts";
import { drawEngines } from "./engines-figure.ts";
import { claimsFile } from "./sources.ts";

/** An audit of the record, with a folder for its report. */
export interface ReproduceRun extends Omit<Run, "seeds"> {
  /** Of training, on all workers together. */
  readonly minutes: number;
  /** Every recorded trial, however long it takes. */
  readonly all: boolean;
  /** Names the draw of the sample. */
  readonly draw: string;
  /** Ids of the claims whose arms are trained again; all, unless given. */
  readonly claims?: ReadonlySet<string>;
  readonly out: string;
  /** The folder of the records and the committed figures. */
  readonly baselines: string;
  /** What decides each claim of a source as it is written now; from its claims.ts, unless given. */
  readonly hashes?: (source: Source) => ReadonlyMap<string, string>;
}

export interface Reproduction {
  /** Of this run; results.json has those of other sources beside them. */
  readonly results: Results;
  /** The report's first page. */
  readonly page: string;
}

/** A source with its record, and what that says. */
interface Study extends OfRecord {
  readonly source: Source;
  readonly record: StudyRecord;
}

/**
 * Trains a sample of the recorded trials again and compares their bits, judges every claim from the record, and writes results.json and
 * the report. On another engine than the record's a sample of the claims is decided anew.
 * @param time measures the engine; it is asked when training is over
 * @param say gets a line at a time
 * @throws {UsageError} if the out folder cannot be written to, or a record is damaged
 * @throws {StoreError} if the store cannot be written to
 */
export async function reproduce(
  sources: readonly Source[],
  options: ReproduceRun,
  time: (engine: string) => Promise<readonly Timing[]>,
  say: (line: string) => void,
): Promise<Reproduction> {
  requireFolder(options.out);
  const { hashes = (source: Source) => hashesOf(source, claimsFile(source)) } = options;
  const studies = sources.map((source): Study => {
    const record = readRecord(options.baselines, source.about.id);
    return { source, record, ...ofRecord(source, record, hashes(source)) };
  });
  const seconds = options.all ? Number.POSITIVE_INFINITY : options.minutes * 60 * options.workers;
  const isRecordsEngine = options.engines.name === "wasm";
  const sampled = isRecordsEngine ? sampleOf(studies, { ...options, seconds }) : [];
  if (isRecordsEngine) say(whatIsSampled(sampled, studies, options));
  const records = new Map(studies.map(({ record }) => [record.source, record]));
  const until = options.all ? undefined : performance.now() + options.minutes * 60_000;
  const checked = await audit(sampled, records, { ...options, until }, say);
  try {
    const other = isRecordsEngine ? undefined : await onOtherEngine(studies, { ...options, seconds }, say);
    say("judging and drawing");
    const stores = [checked.store, openStore(options.store)];
    const reproduced = studies.map((study) => {
      const own = other?.departures.filter(({ source }) => source === study.source.about.id) ?? [];
      return reproduceSource(study, checked, own, stores, options);
    });
    say("timing the engine");
    const timings = await time(options.engines.name);
    drawEngines(timings, options);
    const results = resultsOf(reproduced, options, timings);
    const file = join(options.out, "results.json");
    const report = mergedInto(file, results, say);
    writeResults(file, report);
    return { results, page: writePages(report, options.out, committedBenchmarks()) };
  } finally {
    checked.close();
  }
}

function whatIsSampled(
  sampled: readonly Sampled[],
  studies: readonly Study[],
  { draw, all, minutes }: ReproduceRun,
): string {
  const recorded = studies.reduce(
    (sum, { trials }) => sum + Object.values(trials).reduce((own, { length }) => own + length, 0),
    0,
  );
  return all
    ? `training all ${recorded} recorded trials again`
    : `training up to ${sampled.length} of ${recorded} recorded trials again, drawn as "${draw}"; this ends after ${minutes} min`;
}

function reproduceSource(
  { source, record, trials, judgements, departures }: Study,
  { sampled, differences }: Audit,
  onOther: readonly Departure[],
  stores: readonly Store[],
  options: ReproduceRun,
): Reproduced {
  const { id } = source.about;
  const isComplete = Object.values(trials).every(({ length }) => length >= source.about.seeds.drawn);
  const figures = drawFigures(source, atHand(source, stores), judgements, { ...options, isComplete });
  const told = tellFindings(source.claims, trials);
  const own = differences.filter((one) => one.source === id);
  return {
    source,
    trials,
    judgements,
    figures,
    findings: told.findings,
    registrations: registrationsOf(record),
    audit: new Map(
      Object.entries(trials).map(([arm, { length }]) => {
        const rerun = sampled.filter((one) => one.source === id && one.arm === arm).length;
        return [arm, { recorded: length, rerun, identical: rerun - own.filter((one) => one.arm === arm).length }];
      }),
    ),
    digests: digestsOf(id, trials),
    departures: [
      ...departures,
      ...judgements.flatMap((judgement) => departuresOf(judgement)),
      ...told.departures,
      ...figures.flatMap(({ departure }) => departure ?? []),
      ...own.map(
        ({ arm, seed, first, expected, got }): Departure => ({
          kind: "digest",
          severity: "failure",
          message: `${id}, arm "${arm}", seed ${seed}: expected ${first} to be ${expected}, as recorded, got ${got}`,
        }),
      ),
      ...onOther,
    ],
  };
}

/** Whole trials of the arms that have them in a store from every seed that figures are drawn from. */
function atHand(source: Source, stores: readonly Store[]): TrialsByArm {
  const read = (name: string, seed: number): Trial | undefined => {
    for (const store of stores) {
      const trial = store.read(jobOf(source.arms[name], seed, "wasm"));
      if (trial) return trial;
    }
    return undefined;
  };
  const seeds = decisiveSeeds(source.about.seeds.drawn);
  const complete: Record<string, readonly Trial[]> = {};
  for (const name of Object.keys(source.arms)) {
    const trials: Trial[] = [];
    for (const seed of seeds) {
      const trial = read(name, seed);
      if (!trial) break;
      trials.push(trial);
    }
    if (trials.length === seeds.length) complete[name] = trials;
  }
  return complete;
}

const registrationsOf = ({ registrations, former }: StudyRecord): Reproduced["registrations"] =>
  new Map(
    Object.entries(registrations).flatMap(([id, all]) => {
      const last = all.at(-1);
      if (!last) return [];
      const { hash, version, from, at } = last;
      const before = (former[id] ?? []).map(({ version: old, verdict, successes, seeds, looked }) => ({
        version: old,
        verdict,
        seeds: seeds ?? looked,
        ...(successes !== undefined && { successes }),
      }));
      return [[id, { hash, version, from, at, former: before }]];
    }),
  );

/** @throws {UsageError} if nothing can be written there: better now than after an hour of training */
function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(
      `expected a folder to write the report to, got ${folder}: ${(error as Error).message}; choose another with --out`,
    );
  }
}
