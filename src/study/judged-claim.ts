import type {
  Claim,
  ComparisonClaim,
  ExactClaim,
  JudgedRate,
  Measured,
  RateClaim,
  StatisticClaim,
  Threshold,
  UntestedClaim,
} from "../language/claim.ts";

/** A claim as its source wrote it down. */
export type Written = { readonly name: string } & (
  | { readonly word: "claim"; readonly claim: RateClaim }
  | { readonly word: "comparison"; readonly claim: ComparisonClaim }
  | { readonly word: "statistic"; readonly claim: StatisticClaim }
  | { readonly word: "exact"; readonly claim: ExactClaim }
  | { readonly word: "untested"; readonly claim: UntestedClaim }
);

/** A claim as it is judged: thresholds and comparisons become predicates. @param cap the source's */
export function judgedClaim(source: string, { name, word, claim }: Written, cap: number): Claim {
  const formerly = claim.formerly?.map((old) => `${source}/${old}`);
  const named = { id: `${source}/${name}`, cap: claim.cap ?? cap, ...(formerly && { formerly }) };
  switch (word) {
    case "claim":
      return { ...judgedRate(claim), ...named, kind: "rate" };
    case "comparison":
      return { ...judgedComparison(claim), ...named, kind: "rate" };
    case "statistic":
    case "exact":
    case "untested":
      return { ...claim, ...named, kind: word } as Claim;
  }
}

function judgedRate(claim: RateClaim): JudgedRate {
  const { threshold } = claim;
  if (threshold === undefined) return claim as JudgedRate;
  return { effect: { unit: threshold.unit, of: threshold.of }, ...claim, holds: isBeyond(threshold) };
}

/** NaN lies on neither side. */
const isBeyond =
  ({ of, below, above }: Threshold) =>
  (...trials: readonly Measured[]): boolean => {
    const value = of(...trials);
    return below === undefined ? value > (above as number) : value < below;
  };

function judgedComparison({ value, better, tie, controls, ...said }: ComparisonClaim): JudgedRate {
  const [, other] = said.for;
  return {
    ...said,
    comparison: { value, better, tie },
    holds: (first, second) => isBetter({ value, better, tie }, first, second),
    atLeast: 1 / 2,
    effect: { unit: `${value.unit}, difference`, of: (first, second) => value.of(first) - value.of(second) },
    controls: {
      negative: { what: `“${other}” against itself on other seeds`, for: [other, other] },
      positive: controls.positive,
    },
  };
}

/** Whether the first of two trials is better by more than a tie; never, if either has no value. */
export function isBetter(
  { value, better, tie = 0 }: Pick<ComparisonClaim, "value" | "better" | "tie">,
  first: Measured,
  second: Measured,
): boolean {
  const gain = value.of(second) - value.of(first);
  return (better === "smaller" ? gain : -gain) > tie;
}
