import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../language/usage-error.ts";
import { type DrawnFigure, drawFigures } from "../report/draw-figures.ts";
import type { Timing } from "../report/results.ts";
import { writeResults } from "../report/results.ts";
import { resultsOf } from "../report/results-of.ts";
import { writePages } from "../report/write-pages.ts";
import { type Departure, departuresOf } from "../study/departures.ts";
import { checkDigests, type Digests, digestsOf } from "../study/digests.ts";
import { type Judgement, judge, type TrialsOfArms } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import { allJobs, type Run, trainMissing, trialsOf } from "../study/train.ts";
import { drawEngines } from "./engines-figure.ts";

/** One source, trained, judged and drawn. */
export interface Reproduced {
  readonly source: Source;
  readonly trials: TrialsOfArms;
  readonly judgements: readonly Judgement[];
  readonly figures: readonly DrawnFigure[];
  readonly digests: Digests;
}

/** A run with a folder for its report, and the folder of the committed digests and figures that it is compared with. */
export type ReproduceRun = Run & { readonly out: string; readonly baselines: string };

export interface Reproduction {
  readonly sources: readonly Reproduced[];
  readonly departures: readonly Departure[];
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
  const departures: Departure[] = [];
  for (const source of sources) {
    const trials = trialsOf(source, options, store);
    const judgements = source.claims[options.profile].map((claim) => judge(claim, trials));
    const conditions = { profile: options.profile, asRegistered: isAsRegistered(source, options) };
    departures.push(...judgements.flatMap((judgement) => departuresOf(judgement, conditions)));

    const figures = drawFigures(source, trials, judgements, { ...options, compare: conditions.asRegistered });
    departures.push(...figures.flatMap(({ departure }) => departure ?? []));

    const digests = digestsOf(source.about.id, trials);
    if (conditions.asRegistered) {
      const differing = checkDigests(digestsFile(options.baselines, options.profile), source.about.id, digests);
      departures.push(...differing.map((message) => ({ severity: "warning", message }) as const));
    }
    reproduced.push({ source, trials, judgements, figures, digests });
  }
  say("timing the engine");
  const timings = await time(options.engines.name);
  drawEngines(timings, options);
  const results = resultsOf(reproduced, options, timings);
  writeResults(join(options.out, "results.json"), results);
  return { sources: reproduced, departures, page: writePages(sources, results, options.out) };
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
