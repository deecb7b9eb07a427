import { rateIsWithin } from "../statistics/confidence-sequence.ts";
import { neededAt } from "../statistics/sequential-boundary.ts";
import { decideOutcomes, errorOf, matters, type Outcome } from "../study/decide-outcomes.ts";
import type { ClaimResult, RateResult } from "./claim-result.ts";
import { cap as anyCap, assertedRate, type Contradiction, isIntervalOf } from "./schema-parts.ts";

/** What a claim says against itself, if anything: its verdict is decided once more from its own outcomes. */
export function contradictionIn(claim: ClaimResult): Contradiction | undefined {
  if (!claim.id.startsWith(`${claim.source}/`)) return ["id", "an id that begins with its source"];
  return claim.kind === "rate" && canBeDecided(claim) ? contradictionInRate(claim) : undefined;
}

/** A rate or a cap that the schema refuses has no boundaries to decide by. */
const canBeDecided = (claim: RateResult): boolean =>
  assertedRate.safeParse(claim.assertedRate).success && anyCap.safeParse(claim.cap).success;

function contradictionInRate(claim: RateResult): Contradiction | undefined {
  const { successes, seeds, looked, outcomes, interval, assertedRate: rate, cap, effect, recorded } = claim;
  const isComparison = claim.comparison !== undefined;
  if (looked > cap) return ["looked", "at most as many as the cap"];
  if (outcomes.length !== looked) return ["outcomes", "a character for each seed that was looked at"];
  if (numberOf(outcomes, "+") !== successes) return ["successes", 'as many as there are "+" among the outcomes'];
  if (numberOf(outcomes, "-") !== seeds - successes)
    return ["seeds", 'as many as there are "+" and "-" among the outcomes'];
  if (recorded.successes < successes || recorded.seeds - recorded.successes < seeds - successes) {
    return ["recorded", "no fewer of either outcome than until the decision"];
  }
  if (effect && effect.values.length !== looked) return ["effect.values", "one for each seed that was looked at"];
  if (interval[0] > interval[1]) return ["interval", "low before high"];
  if (!isIntervalOf(interval, successes, seeds)) {
    return ["interval", "the 95 % confidence sequence of its successes among its seeds"];
  }
  const again = decideOutcomes([...outcomes] as Outcome[], { rate, cap, isComparison });
  if (again.looked !== looked) return ["looked", `the ${again.looked} seeds that its outcomes need for a decision`];
  if (again.verdict !== claim.verdict) return ["verdict", "the verdict that its outcomes and asserted rate give"];
  return contradictionInControls(claim, isComparison);
}

function contradictionInControls(
  { controls, assertedRate }: RateResult,
  isComparison: boolean,
): Contradiction | undefined {
  for (const name of ["negative", "positive"] as const) {
    const { successes, seeds, verdict } = controls[name];
    if (successes > seeds) return [`controls.${name}.successes`, "at most as many as seeds"];
    const given = verdictAt(successes, seeds, assertedRate, errorOf(name, isComparison));
    const isEquivalent =
      isComparison &&
      name === "positive" &&
      rateIsWithin(successes, seeds, assertedRate - matters, assertedRate + matters);
    if (verdict !== given && !(verdict === "equivalent" && isEquivalent)) {
      return [`controls.${name}.verdict`, "the verdict that its counts and the asserted rate give"];
    }
  }
  return undefined;
}

/** Where the rule stops at these counts, or that it goes on. */
function verdictAt(successes: number, seeds: number, rate: number, error: number) {
  if (seeds === 0) return "open";
  const { above, below } = neededAt(rate, seeds, error);
  if (successes >= above) return "reproduced";
  return successes <= below ? "contradicted" : "open";
}

const numberOf = (outcomes: string, one: string): number => [...outcomes].filter((outcome) => outcome === one).length;
