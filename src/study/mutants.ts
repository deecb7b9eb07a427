import type { Claim, Measured, Predicate } from "../language/claim.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import type { TrialsByArm } from "./tuples.ts";

/** How many planted mistakes a claim's verdict would have shown. */
export interface MutantCount {
  readonly noticed: number;
  readonly planted: number;
  /** Those that would have left the verdict as it is. */
  readonly missed: readonly string[];
}

/**
 * Plants mistakes in a claim, one at a time, and judges it again from the same trials: a mistake is noticed if the verdict becomes another
 * one. Only of a claim that is decided: of an open one nothing could be noticed.
 */
export function countMutants(judgement: Judgement, trials: TrialsByArm): MutantCount | undefined {
  if (!("verdict" in judgement) || judgement.verdict === "open" || judgement.kind === "exact") return undefined;
  const mutants = mutantsOf(judgement.claim);
  const missed = mutants
    .filter(({ claim }) => {
      const found = judge({ ...claim, effect: undefined } as Claim, trials);
      return "verdict" in found && found.verdict === judgement.verdict;
    })
    .map(({ what }) => what);
  return { noticed: mutants.length - missed.length, planted: mutants.length, missed };
}

interface Mutant {
  readonly what: string;
  readonly claim: Claim;
}

/** The mistakes that one makes: a label, a sign, an arm, a count. */
function mutantsOf(claim: Extract<Claim, { kind: "rate" | "statistic" }>): Mutant[] {
  const arms = [claim.for].flat();
  const other = [claim.controls.negative.for ?? []].flat();
  const isOther = other.length === arms.length && other.some((arm, i) => arm !== arms[i]) && !hasComparison(claim);
  const common: Mutant[] = [
    ...(arms.length > 1 ? [{ what: "the arms exchanged", claim: { ...claim, for: arms.toReversed() } as Claim }] : []),
    ...(isOther ? [{ what: "the negative control's arms", claim: { ...claim, for: other } as Claim }] : []),
  ];
  if (claim.kind === "statistic") {
    const { decide } = claim;
    const changed = (what: string, change: (rows: readonly (readonly Measured[])[]) => (readonly Measured[])[]) => ({
      what,
      claim: {
        ...claim,
        decide: (rows: readonly (readonly Measured[])[], level: number) => decide(change(rows), level),
      },
    });
    return [
      ...common,
      changed("the last arm's trials of the next seed", (rows) =>
        rows.map((row, i) => [...row.slice(0, -1), rows[(i + 1) % rows.length][row.length - 1]]),
      ),
      changed("the first arm's signs turned", (rows) => rows.map(([first, ...rest]) => [negated(first), ...rest])),
    ];
  }
  const { holds } = claim;
  const changed = (what: string, change: Predicate): Mutant => ({
    what,
    // Without the comparison, as a mutant has no ties.
    claim: { ...claim, comparison: undefined, holds: change, threshold: undefined },
  });
  return [
    ...common,
    changed("the predicate turned round", (...trials) => !holds(...trials)),
    changed("the signs of all values turned", (...trials) => holds(...trials.map(negated))),
    changed("every other success lost", (...trials) => trials[0].seed % 2 === 0 && holds(...trials)),
  ];
}

const hasComparison = (claim: Claim): boolean => "comparison" in claim && claim.comparison !== undefined;

const negated = (trial: Measured): Measured => ({
  seed: trial.seed,
  end: new Proxy(trial.end, { get: (end, metric) => -end[metric as keyof typeof end] }),
  at: (metric, round) => -trial.at(metric, round),
});
