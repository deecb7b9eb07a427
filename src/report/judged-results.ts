import type { Interval } from "../language/verdict.ts";
import type { Judgement, RateJudgement, StatisticJudgement } from "../study/judgement.ts";
import type { ThresholdVerdicts } from "../study/threshold-sweep.ts";
import type { ClaimResult, RateResult } from "./claim-result.ts";
import { finiteOrNull } from "./results.ts";

type OfKind<T> = T extends unknown ? Omit<T, keyof Omit<ClaimResult, "kind">> & Pick<T, "kind" & keyof T> : never;

/** What is of a judgement's kind alone. */
export type Outcome = OfKind<ClaimResult>;

/**
 * A judgement as results keep it: numbers that are not finite as null.
 * @param threshold of a claim about a value on one side of a bound
 */
export function outcomeOfJudgement(judgement: Judgement, firstSeed: number, threshold?: ThresholdVerdicts): Outcome {
  switch (judgement.kind) {
    case "rate":
      return rateOutcome(judgement, firstSeed, threshold);
    case "statistic":
      return statisticOutcome(judgement, firstSeed);
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

function rateOutcome(judgement: RateJudgement, firstSeed: number, threshold?: ThresholdVerdicts): Outcome {
  const { kind, claim, verdict, successes, seeds, looked, outcomes, assertedRate, interval, controls } = judgement;
  const { effect, comparison, sufficient } = judgement;
  const { above = Number.POSITIVE_INFINITY, below = -1 } = sufficient;
  return {
    ...{ kind, verdict, successes, seeds, looked, outcomes, assertedRate, firstSeed },
    arms: [claim.for].flat(),
    cap: claim.cap,
    interval: [...interval],
    sufficient: { ...(above <= seeds && { above }), ...(below >= 0 && { below }) },
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

function statisticOutcome(judgement: StatisticJudgement, firstSeed: number): Outcome {
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
