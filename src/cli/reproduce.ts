import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../language/usage-error.ts";
import { drawFigures } from "../report/draw-figures.ts";
import { type Results, type Timing, writeResults } from "../report/results.ts";
import { type Reproduced, resultsOf } from "../report/results-of.ts";
import { tellFindings } from "../report/tell-findings.ts";
import { writePages } from "../report/write-pages.ts";
import { type Departure, departuresOf } from "../study/departures.ts";
import { checkDigests, digestsOf } from "../study/digests.ts";
import { judge } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import { allJobs, type Run, trainMissing, trialsOf } from "../study/train.ts";
import type { Store } from "../trial/store.ts";
import { committedBenchmarks } from "./committed-benchmarks.ts";
import { drawEngines } from "./engines-figure.ts";

/** A run with a folder for its report, and the folder of the committed digests and figures that it is compared with. */
export type ReproduceRun = Run & { readonly out: string; readonly baselines: string };

export interface Reproduction {
  /** As results.json has them. */
  readonly results: Results;
  /** The report's first page. */
  readonly page: string;
}

/**
 * Trains what is missing, decides every claim, draws every figure, and writes results.json and the report.
 * @param time measures the engine; it is asked when training is over
 * @param say gets a line at a time
 * @throws {UsageError} if the out folder cannot be written to
 * @throws {StoreError} if the store cannot be written to
 */
export async function reproduce(
  sources: readonly Source[],
  options: ReproduceRun,
  time: (engine: string) => Promise<readonly Timing[]>,
  say: (line: string) => void,
): Promise<Reproduction> {
  requireFolder(options.out);
  const store = await trainMissing(allJobs(sources, options), options, say);
  say("judging and drawing");
  const reproduced: Reproduced[] = [];
  for (const source of sources) reproduced.push(reproduceSource(source, options, store));
  say("timing the engine");
  const timings = await time(options.engines.name);
  drawEngines(timings, options);
  const results = resultsOf(reproduced, options, timings);
  writeResults(join(options.out, "results.json"), results);
  return { results, page: writePages({ results, schema: 2 }, options.out, committedBenchmarks()) };
}

/** Judges and draws a source whose trials are all in the store. */
function reproduceSource(source: Source, options: ReproduceRun, store: Store): Reproduced {
  const { id } = source.about;
  const trials = trialsOf(source, options, store);
  const asRegistered = isAsRegistered(source, options);
  const judgements = source.claims[options.profile].map((claim) => judge(claim, trials));
  const figures = drawFigures(source, trials, judgements, { ...options, compare: asRegistered });
  const told = tellFindings(source.claims[options.profile], trials, options.profile);
  const digests = digestsOf(id, trials);
  const differing = asRegistered ? checkDigests(digestsFile(options.baselines, options.profile), id, digests) : [];
  const departures: Departure[] = [
    ...judgements.flatMap((judgement) => departuresOf(judgement, { profile: options.profile, asRegistered })),
    ...told.departures,
    ...figures.flatMap(({ departure }) => departure ?? []),
    ...differing.map((message) => ({ kind: "digest", severity: "warning", message }) as const),
  ];
  return { source, trials, judgements, figures, findings: told.findings, digests, departures };
}

export const digestsFile = (baselines: string, profile: string): string => join(baselines, profile, "digests.json");

/** Verdicts, figures and digests are registered for the default engine at a profile's own seeds. */
export const isAsRegistered = ({ about }: Source, { engines, seeds, profile }: Run): boolean =>
  engines.name === "wasm" && (!seeds || (seeds.first === 1 && seeds.last === about.seeds[profile]));

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
