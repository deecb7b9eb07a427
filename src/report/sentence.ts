import type { JudgedResult, RateResult, StatisticResult } from "./claim-result.ts";
import { formatNumber, formatRate } from "./format.ts";
import type { ClaimResult } from "./results.ts";

/** The verdict and what decided it, in one sentence; or why there is none. */
export function verdictSentence(claim: ClaimResult): string {
  switch (claim.kind) {
    case "rate":
      return rateSentence(claim);
    case "statistic":
      return statisticSentence(claim);
    case "exact":
      return `Exact, checked to a tolerance: it ${claim.verdict === "reproduced" ? "holds" : "does not hold"}, so the claim is ${claim.verdict}.`;
    case "not judged":
      return `Not judged: ${claim.reason}.`;
  }
}

/** The control in one sentence: a control that comes out reproduced shows a check that cannot fail. */
export function controlSentence({ control: { verdict } }: JudgedResult): string {
  return verdict === "reproduced"
    ? "It must not come out reproduced, but it did: this check cannot fail, so its verdict means nothing."
    : `It must not come out reproduced, and it came out ${verdict}.`;
}

/** A quantity with its interval, and what they are. */
export interface Estimate {
  readonly unit: string;
  readonly value: number | null;
  readonly interval: readonly [low: number | null, high: number | null];
  readonly sentence: string;
}

/** What a claim measured besides how often it held; undefined where that is nothing. Of a rate it is never part of the decision. */
export function estimateOf(claim: ClaimResult): Estimate | undefined {
  if (claim.kind === "statistic") {
    const { unit, estimate: value, interval } = claim;
    return { unit, value, interval, sentence: `Estimate ${formatNumber(value)}, interval ${bounds(interval)}.` };
  }
  if (claim.kind !== "rate" || !claim.effect) return undefined;
  const { unit, median: value, interval } = claim.effect;
  const sentence = `Median over the seeds ${formatNumber(value)}, 95 % bootstrap interval ${bounds(interval)}.`;
  return { unit, value, interval, sentence };
}

function rateSentence({ successes, seeds, interval, assertedRate, verdict }: RateResult): string {
  const [low, high] = interval.map((bound) => formatRate(bound, assertedRate));
  const asserted = formatRate(assertedRate);
  const relation = { reproduced: "lies above", contradicted: "lies below", inconclusive: "contains" }[verdict];
  return (
    `The hypothesis held for ${successes} of ${seeds} seeds; ` +
    `the exact 95 % interval [${low}, ${high}] of that rate ${relation} the asserted ${asserted}: ${verdict}.`
  );
}

const statisticSentence = ({ seeds, unit, estimate, interval, verdict }: StatisticResult): string =>
  `Decided by one statistic over all ${seeds} seeds, ${unit}: ` +
  `${formatNumber(estimate)}, with the interval ${bounds(interval)}: ${verdict}.`;

const bounds = (interval: readonly (number | null)[]): string => `[${interval.map(formatNumber).join(", ")}]`;
