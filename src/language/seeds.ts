/**
 * Seeds of one source. Every arm is trained equally long on all of them: fewer seeds are less evidence, never another claim.
 */
export interface Seeds {
  /** How many decisive seeds a claim is tried with at most, before it stays open. */
  readonly cap: number;
  /** How many of them, from the first on, figures are drawn from: a few that every arm has. */
  readonly drawn: number;
}

/** The toy sources: 1,024 seeds tell a rate of 0.55 from ½. */
export const toySeeds: Seeds = { cap: 1024, drawn: 16 };

/** MNIST, whose trials take a hundred times as long: 64 seeds tell a rate of 0.75 from ½. */
export const imageSeeds: Seeds = { cap: 64, drawn: 6 };

/** Predicates were written while these were looked at, so that they decide nothing. */
export const explored: SeedRange = { first: 1, last: 64 };

/** What a source leaves open is tuned on these. */
export const tuning: SeedRange = { first: 501, last: 516 };

/** Verdicts come from this seed and those that follow it. */
export const firstDecisive = 1001;

/** Seeds first … last, both included. */
export interface SeedRange {
  readonly first: number;
  readonly last: number;
}

/** @throws {RangeError} if the first is no positive integer, or the last comes before it */
export function seedsIn({ first, last }: SeedRange): number[] {
  if (!Number.isSafeInteger(first) || first < 1 || !Number.isSafeInteger(last) || last < first) {
    throw new RangeError(`expected seeds from 1 on, the first before the last, got ${first} to ${last}`);
  }
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Seeds 1 … count. @throws {RangeError} if count is not a positive integer */
export const firstSeeds = (count: number): number[] => seedsIn({ first: 1, last: count });

/** The first `count` decisive seeds. @throws {RangeError} if count is not a positive integer */
export const decisiveSeeds = (count: number): number[] =>
  seedsIn({ first: firstDecisive, last: firstDecisive + count - 1 });
