import { afterOneMore, atStart, stopped, sum } from "./binomial-path.ts";
import { boundary, errorOfSide } from "./sequential-boundary.ts";

/** What becomes of a decision when outcomes succeed with a known probability. The first three sum to 1. */
export interface SequentialError {
  readonly above: number;
  readonly below: number;
  readonly open: number;
  /** Mean number of outcomes that are looked at. */
  readonly expectedSeeds: number;
}

/**
 * The exact operating characteristic of `decideRate`, by the recursion over the paths of a binomial walk; nothing is
 * simulated.
 * @param trueRate probability that an outcome succeeds, 0 … 1
 */
export function sequentialError(
  trueRate: number,
  { rate, cap, error = errorOfSide }: { rate: number; cap: number; error?: number },
): SequentialError {
  if (!(trueRate >= 0 && trueRate <= 1)) throw new RangeError(`expected a true rate from 0 to 1, got ${trueRate}`);
  const limits = boundary({ rate, cap, error });
  let [path, above, below, expectedSeeds] = [atStart, 0, 0, 0];
  for (let n = 0; n < cap; n++) {
    expectedSeeds += sum(path.mass);
    const after = stopped(afterOneMore(path, trueRate), limits.below[n], limits.above[n]);
    above += after.above;
    below += after.below;
    path = after.going;
  }
  return { above, below, open: sum(path.mass), expectedSeeds };
}

/**
 * The probability that a decision is wrong at worst: the true rate is exactly the asserted one, where either side is wrong.
 * At any other rate only one side is, and it is less probable there.
 */
export function falseDecision(design: { rate: number; cap: number; error?: number }): number {
  const { above, below } = sequentialError(design.rate, design);
  return above + below;
}
