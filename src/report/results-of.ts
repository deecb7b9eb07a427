import { titleOf } from "../language/claim.ts";
import { firstDecisive } from "../language/seeds.ts";
import { quantile } from "../statistics/quantile.ts";
import { spreadOf } from "../statistics/spread.ts";
import type { Departure } from "../study/departures.ts";
import type { Digests } from "../study/digests.ts";
import type { Engines } from "../study/engines.ts";
import { environment } from "../study/environment.ts";
import type { Judgement, TrialsByArm } from "../study/judge.ts";
import { trialsFrom } from "../study/judge-from.ts";
import { countMutants } from "../study/mutants.ts";
import { recordedCount } from "../study/recorded-count.ts";
import type { Source } from "../study/source.ts";
import { thresholdVerdicts } from "../study/threshold-sweep.ts";
import type { Trial } from "../trial/trial.ts";
import { settingsOf } from "./arm-settings.ts";
import type { RegistrationResult } from "./claim-result.ts";
import type { DrawnFigure } from "./draw-figures.ts";
import { type BesideJudgement, outcomeOfJudgement } from "./judged-results.ts";
import {
  type ArmResult,
  type ClaimResult,
  finiteOrNull,
  type Results,
  type SourceResult,
  type Timing,
} from "./results.ts";
import { unitOf } from "./units.ts";

/** One source: what its record says, and what an audit of it found. */
export interface Reproduced {
  readonly source: Source;
  /** The record's trials (metrics at the end, those at rounds that claims look at, no arrays), per arm as many seeds as are recorded. */
  readonly trials: TrialsByArm;
  readonly judgements: readonly Judgement[];
  /** From the committed drawings, or drawn afresh and compared. */
  readonly figures: readonly DrawnFigure[];
  /** Id of a claim → what was found; without those that could not be computed. */
  readonly findings: ReadonlyMap<string, string>;
  /** Id of a claim → what stands of its registration; none if it is not registered. */
  readonly registrations: ReadonlyMap<string, RegistrationResult>;
  /** Arm → how many trials the record has, how many were trained again here, how many of these were identical. */
  readonly audit: ReadonlyMap<string, AuditOfArm>;
  /** "source/arm" → digest of its trials. */
  readonly digests: Digests;
  readonly departures: readonly Departure[];
}

export interface AuditOfArm {
  readonly recorded: number;
  readonly rerun: number;
  readonly identical: number;
}

/**
 * Everything that was found, as results.json keeps it: the numbers with all that the pages say of them.
 * @param engines what trained again
 */
export function resultsOf(
  reproduced: readonly Reproduced[],
  { engines }: { readonly engines: Engines },
  timings: readonly Timing[],
): Results {
  const run = {
    createdAt: new Date().toISOString(),
    engine: engines.name,
    environment: environment(
      engines,
      reproduced.flatMap(({ source }) => Object.values(source.arms)),
    ),
  };
  return {
    schema: 3,
    ...run,
    sources: reproduced.map(({ source }) => sourceResult(source, run)),
    claims: reproduced.flatMap(claimResults),
    arms: reproduced.flatMap(({ source, trials }) =>
      Object.entries(trials).flatMap(([arm, ofArm]) => armResults(source.about.id, arm, ofArm)),
    ),
    figures: reproduced.flatMap(({ figures }) => figures.map(({ result }) => result)),
    departures: reproduced.flatMap(({ source, departures }) =>
      departures.map((departure) => ({ source: source.about.id, ...departure })),
    ),
    timings: [...timings, ...reproduced.flatMap(trialTimings)],
    digests: reproduced.flatMap(({ source, digests }) =>
      Object.entries(digests).map(([id, digest]) => ({
        source: source.about.id,
        arm: id.slice(source.about.id.length + 1),
        digest,
      })),
    ),
    audit: reproduced.flatMap(({ source, audit }) =>
      [...audit].map(([arm, { recorded, rerun, identical }]) => ({
        ...{ source: source.about.id, arm },
        ...{ recorded, rerun, identical },
      })),
    ),
  };
}

function sourceResult({ about, arms }: Source, run: SourceResult["run"]): SourceResult {
  const { id, title, authors, reference, file, lead, differences, armNotes } = about;
  return {
    ...{ id, run, title, authors, reference, file, lead },
    differences: [...differences],
    arms: Object.entries(arms).map(([name, arm]) => ({
      name,
      what: armNotes?.[name] ?? "",
      settings: settingsOf(arm),
    })),
  };
}

function claimResults({ source, trials, judgements, figures, findings, registrations }: Reproduced): ClaimResult[] {
  const { id: sourceId } = source.about;
  const drawn = new Set(figures.map(({ result }) => result.id));
  return judgements.map((judgement) => {
    const { claim } = judgement;
    const { id, says, quote, at, hypothesis } = claim;
    const finding = findings.get(id);
    const registration = registrations.get(id);
    const firstSeed = registration?.from ?? firstDecisive;
    const mutants = countMutants(judgement, trialsFrom(firstSeed, trials));
    const shown = (claim.figures ?? []).map((figure) => `${sourceId}/${figure}`);
    return {
      ...{ id, source: sourceId, title: titleOf(claim), says },
      ...(quote && { quote }),
      ...{ version: claim.version ?? 1, at, hypothesis },
      ...(registration && { registration }),
      ...(finding && { finding }),
      figures: shown.filter((figure) => drawn.has(figure)),
      ...(mutants && { mutants: { ...mutants, missed: [...mutants.missed] } }),
      ...outcomeOfJudgement(judgement, besideOf(judgement, trials, firstSeed)),
    };
  });
}

/** @param firstSeed the first that counts: a judgement looks at none before */
function besideOf(judgement: Judgement, trials: TrialsByArm, firstSeed: number): BesideJudgement {
  if (judgement.kind !== "rate") return { firstSeed };
  const { claim, seeds } = judgement;
  const counting = trialsFrom(firstSeed, trials);
  return {
    firstSeed,
    recorded: recordedCount(claim, counting),
    ...(seeds > 0 && { threshold: thresholdVerdicts(claim, counting) }),
  };
}

/** Every metric of an arm. Quantiles are of the seeds that have a value: an infinite one keeps its place, NaN is none. */
function armResults(source: string, arm: string, trials: readonly Trial[]): ArmResult[] {
  if (trials.length === 0) return [];
  return Object.keys(trials[0].end).map((metric) => {
    const values = trials.map(({ end }) => end[metric]);
    const known = values.filter((value) => !Number.isNaN(value));
    const at = (p: number) => (known.length > 0 ? finiteOrNull(quantile(known, p)) : null);
    return {
      ...{ source, arm, metric },
      unit: unitOf(metric, trials[0].arm),
      seeds: values.length,
      values: values.map(finiteOrNull),
      median: at(0.5),
      q25: at(0.25),
      q75: at(0.75),
    };
  });
}

/** Seconds that a trial took when it was trained; a record does not keep them. */
function trialTimings({ source, trials }: Reproduced): Timing[] {
  return Object.entries(trials).flatMap(([arm, ofArm]): Timing[] => {
    const seconds = ofArm.map((trial) => trial.seconds).filter(Number.isFinite);
    if (seconds.length === 0) return [];
    return [{ kind: "trial", source: source.about.id, arm, unit: "s", ...spreadOf(seconds) }];
  });
}
