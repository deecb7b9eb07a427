import { formatNumber, formatRate } from "./format.ts";
import type { ClaimResult } from "./results.ts";

/** The verdict and what decided it, in one sentence. */
export function verdictSentence(claim: ClaimResult): string {
  switch (claim.kind) {
    case "rate":
      return rateSentence(claim);
    case "statistic":
      return statisticSentence(claim);
    case "exact":
      return exactSentence(claim);
  }
}

/** The control in one sentence: a control that comes out reproduced shows a check that cannot fail. */
export function controlSentence(claim: ClaimResult): string {
  const { verdict } = claim.control;
  return verdict === "reproduced"
    ? "It must not come out reproduced, yet it did: this check cannot fail, so its verdict says nothing."
    : `It must not come out reproduced, and it came out ${verdict}.`;
}

/** The effect's size in words; undefined for a claim without one. Never part of the decision. */
export function effectSentence({ effect, kind }: ClaimResult): string | undefined {
  if (!effect) return undefined;
  const [low, high] = effect.interval.map(formatNumber);
  if (kind === "statistic") return `Estimate ${formatNumber(effect.median)}, interval [${low}, ${high}].`;
  return `Median over the seeds ${formatNumber(effect.median)}, 95 % bootstrap interval [${low}, ${high}].`;
}

function rateSentence({ successes, seeds, interval, assertedRate, verdict }: ClaimResult): string {
  const [low, high] = interval.map((bound) => formatRate(bound, assertedRate));
  const asserted = formatRate(assertedRate);
  const relation = { reproduced: "lies above", contradicted: "lies below", inconclusive: "contains" }[verdict];
  return (
    `In ${successes} of ${seeds} seeds the hypothesis held; ` +
    `the exact 95 % interval [${low}, ${high}] of that rate ${relation} the asserted ${asserted}: ${verdict}.`
  );
}

function statisticSentence({ seeds, effect, verdict }: ClaimResult): string {
  if (!effect) return `Decided by one statistic over ${seeds} seeds: ${verdict}.`;
  const [low, high] = effect.interval.map(formatNumber);
  return (
    `Decided by one statistic over all ${seeds} seeds, ${effect.unit}: ` +
    `it is ${formatNumber(effect.median)}, with the interval [${low}, ${high}]: ${verdict}.`
  );
}

function exactSentence({ verdict }: ClaimResult): string {
  const outcome = { reproduced: "it holds", contradicted: "it does not hold", inconclusive: "it could not be decided" };
  return `Exact, checked to a tolerance: ${outcome[verdict]}, so the claim is ${verdict}.`;
}
