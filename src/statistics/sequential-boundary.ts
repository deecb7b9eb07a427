import { afterOneMore, atStart, type BinomialPath, stopped } from "./binomial-path.ts";

/** Counts of successes at which looking at one outcome after another stops. Entry n − 1 belongs to n outcomes. */
export interface Boundary {
  /** U_n: the least count that stops above the asserted rate; more than n where no count does. */
  readonly above: readonly number[];
  /** L_n: the largest count that stops below it; −1 where no count does. */
  readonly below: readonly number[];
}

/** Where a rate's decision fell. */
export interface RateDecision {
  readonly side: "above" | "below" | "open";
  /** How many outcomes had been looked at when it fell, or all that were looked at. */
  readonly seeds: number;
  /** How many of those were successes. */
  readonly successes: number;
}

/** Most probable error on each side: a rate on one side of the asserted one is decided to be on the other. */
export const errorOfSide = 0.025;

/** Outcomes after which half of the error may have been spent: εₙ = ε·n/(256 + n). The plan of record fixes it. */
const halfSpent = 256;

/**
 * The boundaries of Gandy (2009, Journal of the American Statistical Association 104:1504–1511) for outcomes of the
 * asserted rate p₀:
 *
 *     U_n = min{ j : P(stopped above before n) + P(not stopped before n, S_n ≥ j) ≤ εₙ }
 *     L_n = max{ j : P(stopped below before n) + P(not stopped before n, S_n ≤ j) ≤ εₙ }
 *
 * with both at once, by exact recursion over the paths of S. A longer boundary starts with every shorter one.
 * @param rate the asserted rate, strictly between 0 and 1
 * @param cap number of outcomes to compute it for
 * @throws {RangeError} for another rate or error, or a cap that is not a positive integer
 */
export function boundary({ rate, cap, error = errorOfSide }: { rate: number; cap: number; error?: number }): Boundary {
  if (!Number.isSafeInteger(cap) || cap < 1) throw new RangeError(`expected a positive integer as cap, got ${cap}`);
  const { above, below } = grownTo(cap, rate, error);
  return { above: above.slice(0, cap), below: below.slice(0, cap) };
}

/**
 * Decides on which side of the asserted rate the true one lies, wrongly with probability at most `error` a side, whatever
 * the true rate and the cap. Outcomes are looked at in their order; what comes after the decision does not count.
 * @param cap the most outcomes to look at
 */
export function decideRate(
  outcomes: readonly boolean[],
  { rate, cap, error = errorOfSide }: { rate: number; cap: number; error?: number },
): RateDecision {
  if (!Number.isSafeInteger(cap) || cap < 1) throw new RangeError(`expected a positive integer as cap, got ${cap}`);
  const looked = Math.min(outcomes.length, cap);
  const { above, below } = grownTo(looked, rate, error);
  let successes = 0;
  for (let n = 1; n <= looked; n++) {
    if (outcomes[n - 1]) successes++;
    if (successes >= above[n - 1]) return { side: "above", seeds: n, successes };
    if (successes <= below[n - 1]) return { side: "below", seeds: n, successes };
  }
  return { side: "open", seeds: looked, successes };
}

/**
 * How many successes of n would have decided: at least `above`, or at most `below`.
 * @returns counts that nothing can reach (above n, below 0) where no count of n decides
 */
export function neededAt(rate: number, n: number, error = errorOfSide): { above: number; below: number } {
  const { above, below } = boundary({ rate, cap: n, error });
  return { above: above[n - 1], below: below[n - 1] };
}

interface Growing {
  readonly above: number[];
  readonly below: number[];
  path: BinomialPath;
  stoppedAbove: number;
  stoppedBelow: number;
}

const known = new Map<string, Growing>();

function grownTo(n: number, rate: number, error: number): Growing {
  if (!(rate > 0 && rate < 1)) throw new RangeError(`expected a rate strictly between 0 and 1, got ${rate}`);
  if (!(error > 0 && error < 0.5)) throw new RangeError(`expected an error strictly between 0 and 0.5, got ${error}`);
  const key = `${rate} ${error}`;
  let state = known.get(key);
  if (!state) {
    state = { above: [], below: [], path: atStart, stoppedAbove: 0, stoppedBelow: 0 };
    known.set(key, state);
  }
  while (state.above.length < n) grow(state, rate, error);
  return state;
}

/** One outcome more. */
function grow(state: Growing, rate: number, error: number): void {
  const n = state.above.length + 1;
  const spent = (error * n) / (halfSpent + n);
  const path = afterOneMore(state.path, rate);
  const end = path.from + path.mass.length;
  const [above, below] = [
    end - entriesWithin(spent - state.stoppedAbove, path.mass.toReversed()),
    path.from + entriesWithin(spent - state.stoppedBelow, path.mass) - 1,
  ];
  const after = stopped(path, below, above);
  state.above.push(above);
  state.below.push(below);
  state.stoppedAbove += after.above;
  state.stoppedBelow += after.below;
  state.path = after.going;
}

/** How many of the first entries sum to no more than what may be spent. */
function entriesWithin(allowance: number, mass: Float64Array): number {
  let total = 0;
  for (let i = 0; i < mass.length; i++) {
    total += mass[i];
    if (total > allowance) return i;
  }
  return mass.length;
}
