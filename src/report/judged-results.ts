import type { Interval } from "../language/verdict.ts";
import type { Judgement, RateJudgement, StatisticJudgement } from "../study/judgement.ts";
import type { RecordedCount } from "../study/recorded-count.ts";
import type { ThresholdVerdicts } from "../study/threshold-sweep.ts";
import type { ClaimResult, RateResult } from "./claim-result.ts";
import { finiteOrNull } from "./results.ts";

type OfKind<T> = T extends unknown ? Omit<T, keyof Omit<ClaimResult, "kind">> & Pick<T, "kind" & keyof T> : never;

/** What is of a judgement's kind alone. */
export type Outcome = OfKind<ClaimResult>;

/** What recorded trials say of a claim besides its judgement. */
export interface BesideJudgement {
  readonly firstSeed: number;
  /** Of a claim about a rate: on all recorded seeds. */
  readonly recorded?: RecordedCount;
  /** Of a claim about a value on one side of a bound: its verdicts for others. */
  readonly threshold?: ThresholdVerdicts;
}

/** A judgement as results keep it: numbers that are not finite as null. */
export function outcomeOfJudgement(judgement: Judgement, beside: BesideJudgement): Outcome {
  switch (judgement.kind) {
    case "rate":
      return rateOutcome(judgement, beside);
    case "statistic":
      return statisticOutcome(judgement, beside);
    case "exact": {
      const { kind, verdict, detail, controls } = judgement;
      return { kind, verdict, detail, controls: { ...controls } };
    }
    case "untested":
      return { kind: judgement.kind, why: judgement.claim.why };
    case "not judged":
      return { kind: judgement.kind, reason: judgement.reason };
  }
}

function rateOutcome(judgement: RateJudgement, { firstSeed, recorded, threshold }: BesideJudgement): Outcome {
  const { kind, claim, verdict, successes, seeds, looked, outcomes, assertedRate, interval, controls } = judgement;
  const { effect, comparison, sufficient } = judgement;
  return {
    ...{ kind, verdict, successes, seeds, looked, outcomes, assertedRate, firstSeed },
    arms: [claim.for].flat(),
    cap: claim.cap,
    interval: [...interval],
    recorded: { ...(recorded ?? { successes, seeds }) },
    sufficient: { ...sufficient },
    controls: { ...controls },
    ...(effect && {
      effect: {
        unit: effect.unit,
        median: finiteOrNull(effect.median),
        interval: finite(effect.interval),
        values: effect.values.map(finiteOrNull),
      },
    }),
    ...(claim.comparison && { comparison: betterOf(comparison) }),
    ...(threshold && {
      threshold: {
        ...threshold,
        verdicts: threshold.verdicts.map(({ from, to, verdict }) => ({
          from: finiteOrNull(from),
          to: finiteOrNull(to),
          verdict,
        })),
      },
    }),
  };
}

const betterOf = (comparison: RateJudgement["comparison"]): RateResult["comparison"] =>
  comparison ? { better: { estimate: comparison.better.estimate, interval: [...comparison.better.interval] } } : {};

function statisticOutcome(judgement: StatisticJudgement, { firstSeed }: BesideJudgement): Outcome {
  const { kind, claim, verdict, seeds, looked, unit, estimate, interval, controls } = judgement;
  const control = (name: "negative" | "positive") => ({
    ...controls[name],
    estimate: finiteOrNull(controls[name].estimate),
  });
  return {
    ...{ kind, verdict, seeds, looked, unit, firstSeed },
    arms: [claim.for].flat(),
    cap: claim.cap,
    estimate: finiteOrNull(estimate),
    interval: finite(interval),
    controls: { negative: control("negative"), positive: control("positive") },
  };
}

const finite = ([low, high]: Interval): [number | null, number | null] => [finiteOrNull(low), finiteOrNull(high)];
