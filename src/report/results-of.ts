import { expectedAt, titleOf } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import { quantile } from "../statistics/quantile.ts";
import { spreadOf } from "../statistics/spread.ts";
import type { Departure } from "../study/departures.ts";
import type { Digests } from "../study/digests.ts";
import { environment } from "../study/environment.ts";
import type { Judgement, TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { Run } from "../study/train.ts";
import type { Trial } from "../trial/trial.ts";
import { settingsOf } from "./arm-settings.ts";
import type { DrawnFigure } from "./draw-figures.ts";
import {
  type ArmResult,
  type ClaimResult,
  finiteOrNull,
  type Results,
  type SourceResult,
  type Timing,
} from "./results.ts";
import { unitOf } from "./units.ts";

/** One source, trained, judged and drawn. */
export interface Reproduced {
  readonly source: Source;
  readonly trials: TrialsByArm;
  readonly judgements: readonly Judgement[];
  readonly figures: readonly DrawnFigure[];
  /** Id of a claim → what was found; without those that could not be computed. */
  readonly findings: ReadonlyMap<string, string>;
  /** Arm → digest of its trials. */
  readonly digests: Digests;
  readonly departures: readonly Departure[];
}

/** Everything that was found, as results.json keeps it: the numbers with all that the pages say of them. */
export function resultsOf(reproduced: readonly Reproduced[], options: Run, timings: readonly Timing[]): Results {
  return {
    schema: 2,
    createdAt: new Date().toISOString(),
    profile: options.profile,
    engine: options.engines.name,
    firstSeed: options.seeds?.first ?? 1,
    environment: environment(
      options.engines,
      reproduced.flatMap(({ trials }) => Object.values(trials).map(([{ arm }]) => arm)),
    ),
    sources: reproduced.map(({ source }) => sourceResult(source, options.profile)),
    claims: reproduced.flatMap((one) => claimResults(one, options.profile)),
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
  };
}

function sourceResult({ about, arms }: Source, profile: ProfileName): SourceResult {
  const { id, title, authors, reference, file, lead, differences, armNotes } = about;
  return {
    ...{ id, title, authors, reference, file, lead },
    differences: [...differences],
    arms: Object.entries(arms[profile]).map(([name, arm]) => ({
      name,
      what: armNotes?.[name] ?? "",
      settings: settingsOf(arm),
    })),
  };
}

function claimResults(
  { source: { about }, judgements, figures, findings }: Reproduced,
  profile: ProfileName,
): ClaimResult[] {
  const drawn = new Set(figures.map(({ result }) => result.id));
  return judgements.map((judgement) => {
    const { claim } = judgement;
    const finding = findings.get(claim.id);
    const shown = (claim.figures ?? []).map((figure) => `${about.id}/${figure}`);
    return {
      id: claim.id,
      version: claim.version ?? 1,
      source: about.id,
      title: titleOf(claim),
      quote: claim.quote,
      at: claim.at,
      hypothesis: claim.hypothesis,
      expected: expectedAt(claim, profile),
      ...(finding && { finding }),
      figures: shown.filter((id) => drawn.has(id)),
      ...outcome(judgement),
    };
  });
}

type Outcome<T> = T extends unknown ? Omit<T, keyof Omit<ClaimResult, "kind">> & Pick<T, "kind" & keyof T> : never;

/** What is of the judgement's kind alone. */
function outcome(judgement: Judgement): Outcome<ClaimResult> {
  switch (judgement.kind) {
    case "rate": {
      const { kind, verdict, successes, seeds, assertedRate, interval, control, effect } = judgement;
      return {
        ...{ kind, verdict, successes, seeds, assertedRate },
        interval: [...interval],
        control: {
          description: control.what,
          verdict: control.verdict,
          held: { successes: control.successes, seeds: control.seeds },
        },
        ...(effect && {
          effect: {
            unit: effect.unit,
            median: finiteOrNull(effect.median),
            interval: [finiteOrNull(effect.interval[0]), finiteOrNull(effect.interval[1])],
            values: effect.values.map(finiteOrNull),
            ofControl: effect.ofControl.map(finiteOrNull),
          },
        }),
      };
    }
    case "statistic": {
      const { kind, verdict, seeds, unit, estimate, interval, control } = judgement;
      return {
        ...{ kind, verdict, seeds, unit },
        estimate: finiteOrNull(estimate),
        interval: [finiteOrNull(interval[0]), finiteOrNull(interval[1])],
        control: { description: control.what, verdict: control.verdict },
      };
    }
    case "exact": {
      const { kind, verdict, detail, control } = judgement;
      return {
        ...{ kind, verdict, detail },
        control: { description: control.what, verdict: control.verdict, detail: control.detail },
      };
    }
    case "not judged":
      return { kind: judgement.kind, reason: judgement.reason };
  }
}

/** Every metric of an arm. Quantiles are of the seeds that have a value: an infinite one keeps its place, NaN is none. */
function armResults(source: string, arm: string, trials: readonly Trial[]): ArmResult[] {
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

/** Seconds that a trial took, when it was trained (perhaps in an earlier run). */
function trialTimings({ source, trials }: Reproduced): Timing[] {
  return Object.entries(trials).map(([arm, ofArm]) => ({
    kind: "trial",
    source: source.about.id,
    arm,
    unit: "s",
    ...spreadOf(ofArm.map(({ seconds }) => seconds)),
  }));
}
