import type { Reproduced } from "../cli/reproduce.ts";
import { expectedAt, titleOf } from "../language/claim.ts";
import { quantile } from "../statistics/quantile.ts";
import { environment } from "../study/environment.ts";
import type { Judgement } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { Run } from "../study/train.ts";
import type { Trial } from "../trial/trial.ts";
import { type ArmResult, type ClaimResult, finiteOrNull, type Results, schemaVersion, type Timing } from "./results.ts";
import { unitOf } from "./units.ts";

/** Everything that was found, as results.json keeps it. */
export function resultsOf(reproduced: readonly Reproduced[], options: Run, timings: readonly Timing[]): Results {
  return {
    schema: schemaVersion,
    createdAt: new Date().toISOString(),
    profile: options.profile,
    engine: options.engines.name,
    ...(options.seeds && options.seeds.first > 1 && { firstSeed: options.seeds.first }),
    environment: environment(
      options.engines,
      reproduced.flatMap(({ trials }) => Object.values(trials).map(([{ arm }]) => arm)),
    ),
    claims: reproduced.flatMap(({ source, judgements }) =>
      judgements.map((judgement) => claimResult(source, judgement, options)),
    ),
    arms: reproduced.flatMap(({ source, trials }) =>
      Object.entries(trials).flatMap(([arm, ofArm]) => armResults(source.about.id, arm, ofArm)),
    ),
    figures: reproduced.flatMap(({ figures }) => figures.map(({ result }) => result)),
    timings: [...timings, ...reproduced.flatMap(trialTimings)],
    digests: Object.assign({}, ...reproduced.map(({ digests }) => digests)),
  };
}

function claimResult({ about }: Source, judgement: Judgement, { profile }: Run): ClaimResult {
  const { claim, successes, seeds, assertedRate, interval, verdict, control, effect } = judgement;
  return {
    id: claim.id,
    version: claim.version ?? 1,
    source: about.id,
    title: titleOf(claim),
    quote: claim.quote,
    hypothesis: claim.hypothesis,
    kind: claim.kind,
    assertedRate,
    successes,
    seeds,
    interval: [...interval],
    verdict,
    expected: expectedAt(claim, profile),
    control: { description: control.what, verdict: control.verdict },
    ...(effect && {
      effect: {
        unit: effect.unit,
        median: finiteOrNull(effect.median),
        interval: [finiteOrNull(effect.interval[0]), finiteOrNull(effect.interval[1])],
      },
    }),
  };
}

function armResults(experiment: string, arm: string, trials: readonly Trial[]): ArmResult[] {
  return Object.keys(trials[0].end).map((metric) => {
    const values = trials.map(({ end }) => end[metric]);
    const at = (p: number) => finiteOrNull(quantile(values, p));
    return {
      experiment,
      arm,
      metric,
      unit: unitOf(metric, trials[0].arm),
      seeds: values.length,
      values: values.map(finiteOrNull),
      median: at(0.5),
      q25: at(0.25),
      q75: at(0.75),
    };
  });
}

/** Seconds a trial took, when it was trained (perhaps in an earlier run). */
function trialTimings({ source, trials }: Reproduced): Timing[] {
  return Object.entries(trials).map(([arm, ofArm]) => {
    const seconds = ofArm.map((trial) => trial.seconds);
    const median = quantile(seconds, 0.5);
    const mad = quantile(
      seconds.map((value) => Math.abs(value - median)),
      0.5,
    );
    return { name: `trial of ${source.about.id}, ${arm}`, unit: "s", median, mad, samples: seconds.length };
  });
}
