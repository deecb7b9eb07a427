import { logEValue } from "../statistics/confidence-sequence.ts";
import { expectedFalse, standing, type Tested } from "../statistics/multiplicity.ts";
import { type ClaimResult, equivalenceOf, type RateResult } from "./claim-result.ts";

/** What can be said of all verdicts together. */
export interface Together {
  /** How many claims about rates have a verdict that is not open. */
  readonly decided: number;
  /** Those among them that do not stand when all are taken together. */
  readonly fallen: readonly RateResult[];
  /** How many claims about rates and statistics were tried. */
  readonly tested: number;
  /** How many of those have a false verdict at most, in the mean. */
  readonly expectedFalse: number;
}

/** Verdicts of algebra do not err by chance, and what was tried on no seeds says nothing. */
export function together(claims: readonly ClaimResult[]): Together {
  const rates = claims.filter((claim) => claim.kind === "rate").filter(({ seeds }) => seeds > 0);
  const statistics = claims.filter((claim) => claim.kind === "statistic").filter(({ seeds }) => seeds > 0);
  const stands = standing(rates.map(evidence));
  const decided = rates.filter(({ verdict }) => verdict !== "open");
  const tests: Tested[] = [
    ...rates.map(({ assertedRate, cap }) => ({ kind: "rate", rate: assertedRate, cap }) as const),
    ...statistics.map(() => ({ kind: "statistic" }) as const),
  ];
  return {
    decided: decided.length,
    fallen: rates.filter(({ verdict }, index) => verdict !== "open" && !stands[index]),
    tested: tests.length,
    expectedFalse: expectedFalse(tests),
  };
}

/**
 * Logarithm of the evidence against what a verdict excludes: rates on the other side of the asserted one, or of either bound of what
 * makes no difference. It is of all recorded seeds, as it holds wherever one stops; none speaks for a verdict that they turn.
 */
function evidence(claim: RateResult): number {
  const { recorded, assertedRate, verdict } = claim;
  const { successes, seeds } = recorded;
  const rate = successes / seeds;
  const [low, high] = equivalenceOf(claim);
  const against = (bound: number) => logEValue(successes, seeds, bound);
  switch (verdict) {
    case "reproduced":
      return rate > assertedRate ? against(assertedRate) : Number.NEGATIVE_INFINITY;
    case "contradicted":
      return rate < assertedRate ? against(assertedRate) : Number.NEGATIVE_INFINITY;
    case "equivalent":
      return low < rate && rate < high ? Math.min(against(low), against(high)) : Number.NEGATIVE_INFINITY;
    case "open":
      return against(assertedRate);
  }
}
