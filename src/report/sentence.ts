import { type ClaimResult, equivalenceOf, outcomeWord, type RateResult, type StatisticResult } from "./claim-result.ts";
import { countOf, formatNumber, formatRate } from "./format.ts";

/** The verdict and what decided it, in one sentence or two; or why there is none. */
export function verdictSentence(claim: ClaimResult): string {
  switch (claim.kind) {
    case "rate":
      return `${heldSentence(claim)}${decisionPart(claim)}`;
    case "statistic":
      return statisticSentence(claim);
    case "exact":
      return `Exact, checked to a tolerance: ${outcomeWord(claim)}.`;
    case "untested":
      return `Not tested: ${withoutStop(claim.why)}.`;
    case "not judged":
      return `Not judged: ${withoutStop(claim.reason)}.`;
  }
}

/** "It held on 119 of 128 seeds that nobody had looked at (1001 to 1128)" */
function heldSentence(claim: RateResult): string {
  const { successes, seeds, looked, outcomes } = claim;
  if (looked === 0) return "Not tried on any seed yet";
  if (looked === seeds) return `It held on ${count(successes)} of ${seedsText(claim)}`;
  const ties = numberOf(outcomes, "=");
  const others = numberOf(outcomes, ".");
  const left = [
    ...(ties > 0 ? [`${count(ties)} tied`] : []),
    ...(others > 0 ? [`${count(others)} did not count`] : []),
  ].join(" and ");
  return `Of ${seedsText(claim)}, ${left}; it held on ${count(successes)} of the other ${count(seeds)}`;
}

function seedsText({ looked, firstSeed, registration }: RateResult | StatisticResult): string {
  const unseen = registration ? " that nobody had looked at" : "";
  const range = looked > 1 ? `${firstSeed} to ${firstSeed + looked - 1}` : `${firstSeed}`;
  return `${countOf(looked, "seed")}${unseen} (${range})`;
}

function decisionPart(claim: RateResult): string {
  const { verdict, assertedRate, sufficient, seeds, looked, cap } = claim;
  const { above, below } = sufficient;
  const word = outcomeWord(claim);
  const asserted = formatRate(assertedRate);
  const isMore = `say that it holds for more than ${asserted} of all seeds`;
  const isLess = `say that it holds for less than ${asserted} of all seeds`;
  switch (verdict) {
    case "reproduced":
      return `, enough (at least ${count(above ?? seeds)}) to ${isMore}: ${word}.`;
    case "contradicted":
      return `, few enough (at most ${count(below ?? 0)}) to ${isLess}: ${word}.`;
    case "equivalent": {
      const [low, high] = equivalenceOf(claim).map((bound) => formatRate(bound));
      return `, so that its rate lies between ${low} and ${high}: ${word}.`;
    }
    case "open": {
      const needed = [
        ...(above === undefined ? [] : [`at least ${count(above)} would ${isMore}`]),
        ...(below === undefined
          ? []
          : [`at most ${count(below)} ${above === undefined ? `would ${isLess}` : "for less"}`]),
      ];
      const rest = looked < cap ? `It is tried on up to ${count(cap)}.` : "No more are tried.";
      return `${needed.length > 0 ? `; ${needed.join(", ")}` : ""}: ${word}. ${rest}`;
    }
  }
}

/** On how many of all recorded seeds it held, where other claims needed more of them than this one; undefined where none did. */
export function beyondSentence({ recorded, seeds }: RateResult): string | undefined {
  if (recorded.seeds <= seeds) return undefined;
  return (
    `Other claims needed more seeds of these arms: of all ${count(recorded.seeds)} that are recorded and count, it held on ` +
    `${count(recorded.successes)}, which decides nothing.`
  );
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
    if (claim.seeds === 0) return undefined;
    const { unit, estimate: value, interval } = claim;
    return { unit, value, interval, sentence: `Estimate ${formatNumber(value)}, interval ${bounds(interval)}.` };
  }
  if (claim.kind !== "rate" || !claim.effect) return undefined;
  const { unit, median: value, interval } = claim.effect;
  const sentence = `Median over the seeds ${formatNumber(value)}, 95 % bootstrap interval ${bounds(interval)}.`;
  return { unit, value, interval, sentence };
}

/** How one arm does against another over all pairs of seeds; undefined of a claim that compares none. */
export function betterSentence({ comparison, arms }: RateResult): string | undefined {
  if (!comparison?.better) return undefined;
  const { estimate, interval } = comparison.better;
  const [low, high] = interval.map((bound) => formatRate(bound));
  return (
    `A run of “${arms[0]}” ends better than one of “${arms[1]}” with probability ${formatRate(estimate)} [${low}, ${high}], ` +
    "over all pairs of seeds, ties half."
  );
}

/** The interval of a rate, and what it is. */
export function intervalSentence({ interval, assertedRate }: RateResult): string {
  const [low, high] = interval.map((bound) => formatRate(bound, assertedRate));
  return `95 % interval [${low}, ${high}], which holds at whatever seed one stops.`;
}

function statisticSentence(claim: StatisticResult): string {
  const { seeds, looked, unit, estimate, interval, verdict, cap } = claim;
  if (seeds === 0) return "Not tried on any seed yet: open.";
  const counted = looked === seeds ? "" : `, ${count(looked - seeds)} of which diverged`;
  const rest = verdict === "open" && looked < cap ? ` It is tried on up to ${count(cap)}.` : "";
  return (
    `Decided by one statistic over all of ${seedsText(claim)}${counted}: ${unit}, ` +
    `${formatNumber(estimate)} with the interval ${bounds(interval)}: ${outcomeWord(claim)}.${rest}`
  );
}

const bounds = (interval: readonly (number | null)[]): string => `[${interval.map(formatNumber).join(", ")}]`;

const numberOf = (outcomes: string, one: string): number => [...outcomes].filter((outcome) => outcome === one).length;

const count = (number: number): string => number.toLocaleString("en");

const withoutStop = (text: string): string => text.replace(/\.$/, "");
