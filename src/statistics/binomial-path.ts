/**
 * Where a random walk that steps up with each success can be: probabilities of the counts of successes that have not been
 * stopped yet. They sum to the probability of not having stopped.
 */
export interface BinomialPath {
  /** Successes that the first entry belongs to. */
  readonly from: number;
  readonly mass: Float64Array;
}

/** Before the first outcome: no successes, for certain. */
export const atStart: BinomialPath = { from: 0, mass: Float64Array.of(1) };

/** One more outcome that succeeds with probability p. Adds and multiplies only, so it is the same to the bit everywhere. */
export function afterOneMore({ from, mass }: BinomialPath, p: number): BinomialPath {
  const next = new Float64Array(mass.length + 1);
  for (let i = 0; i < mass.length; i++) {
    next[i] += mass[i] * (1 - p);
    next[i + 1] += mass[i] * p;
  }
  return { from, mass: next };
}

/** Takes out what stops: at most `below` successes, or at least `above`. */
export function stopped(
  { from, mass }: BinomialPath,
  below: number,
  above: number,
): { below: number; above: number; going: BinomialPath } {
  const first = Math.min(mass.length, Math.max(0, below + 1 - from));
  const end = Math.max(first, Math.min(mass.length, above - from));
  return {
    below: sum(mass.subarray(0, first)),
    above: sum(mass.subarray(end)),
    going: { from: from + first, mass: mass.slice(first, end) },
  };
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
