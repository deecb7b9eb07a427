import { type OutcomeOfClaim, outcomeOf, outcomesOfClaims, wordOf } from "./claim-result.ts";
import { countOf } from "./format.ts";
import type { ClaimResult } from "./results.ts";

/** How many claims came out how; ways that none came out in are left out. */
export const outcomeCounts = (claims: readonly ClaimResult[]): { outcome: OutcomeOfClaim; count: number }[] =>
  outcomesOfClaims
    .map((outcome) => ({ outcome, count: claims.filter((claim) => outcomeOf(claim) === outcome).length }))
    .filter(({ count }) => count > 0);

/** The same in words: a line for what sources state or imply, and one for what is asked besides. */
export function outcomeLines(claims: readonly ClaimResult[]): string[] {
  const ours = claims.filter(({ says }) => says === "ours");
  const theirs = claims.filter(({ says }) => says !== "ours");
  const counts = (own: readonly ClaimResult[], says: ClaimResult["says"]) =>
    outcomeCounts(own).map(({ outcome, count }) => `${count} ${wordOf(outcome, says)}`);
  return [
    ...(theirs.length > 0
      ? [`${countOf(theirs.length, "claim")} of documents: ${counts(theirs, "states").join(", ")}`]
      : []),
    ...(ours.length > 0 ? [`${countOf(ours.length, "question")} of ours: ${counts(ours, "ours").join(", ")}`] : []),
  ];
}
