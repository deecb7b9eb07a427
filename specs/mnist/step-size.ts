import binomialPmf from "@stdlib/stats-base-dists-binomial-pmf";
import { numberText } from "../../src/figure/scales.ts";
import type { Measured } from "../../src/language/claim.ts";
import { early, type SlideArm } from "./arms.ts";
import type { Told } from "./claims/measures.ts";
import { atTheOther } from "./grid.ts";

type Holds = (...trials: readonly Measured[]) => boolean;

/**
 * What becomes of a claim at the step sizes that were not chosen, where every arm is compared at the same early iteration: a
 * sentence for its finding. It depends on the step size if most seeds (more than the rate) say yes at one and no at the other, and
 * the seeds that change sides do so in one direction (McNemar 1947, exact, two-sided 5 %).
 * @param arms the claim's own
 * @param holds its predicate, of measurements when training ends; they are those of the early iteration here
 * @param rate that the claim asserts
 * @param looksEarlier the claim looks at an earlier iteration by itself, and so it does here
 */
export function atOtherStepSizes(
  run: Told,
  arms: readonly SlideArm[],
  holds: Holds,
  { rate = 1 / 2, looksEarlier = false } = {},
): string {
  const early = (...trials: readonly Measured[]) => holds(...trials.map(asEarly));
  const both = [...arms, ...arms.map(atTheOther)];
  const pairs = run.values(both, (...trials) => {
    const [own, other] = [trials.slice(0, arms.length), trials.slice(arms.length)];
    return (early(...own) ? 2 : 0) + (early(...other) ? 1 : 0);
  });
  const count = (...which: readonly number[]) => pairs.filter((pair) => which.includes(pair)).length;
  const [own, other] = [count(2, 3), count(1, 3)];
  return (
    `${looksEarlier ? "It" : `At iteration ${iteration} it`} holds on ${own} of ${pairs.length} seeds, with the other step sizes on ${other}` +
    (turns(own, other, rate * pairs.length) && areOneSided(count(2), count(1)) ? ": it depends on the step size." : ".")
  );
}

const iteration = numberText(early.grid);

/** Measurements of the early iteration in place of those of the end. */
export const asEarly = (trial: Measured): Measured => ({
  seed: trial.seed,
  end: new Proxy({} as Measured["end"], {
    get: (_, metric) => trial.at(metric as Parameters<Measured["at"]>[0], early.grid),
  }),
  at: (metric, round) => trial.at(metric, round),
});

const turns = (own: number, other: number, middle: number): boolean => own > middle !== other > middle;

/** @param a seeds that change sides in one direction @param b in the other */
function areOneSided(a: number, b: number): boolean {
  let tail = 0;
  for (let k = 0; k <= Math.min(a, b); k++) tail += binomialPmf(k, a + b, 1 / 2);
  return 2 * tail <= 0.05;
}
