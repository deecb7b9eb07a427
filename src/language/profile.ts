/** A profile sets how many seeds each source is tried with; it never touches a predicate. */
export const profileNames = ["quick", "full"] as const;
export type ProfileName = (typeof profileNames)[number];

/** Seeds 1 … n of a profile. */
export type Seeds = Readonly<Record<ProfileName, number>>;

/** The toy sources: 16 of 16 clears a rate of ¾, and 64 seeds tell 0.88 from it (exact 95 % intervals). */
export const toySeeds: Seeds = { quick: 16, full: 64 };

/** MNIST: 6 of 6 clears a rate of ½, 14 of 14 one of ¾ (exact 95 % intervals). */
export const imageSeeds: Seeds = { quick: 6, full: 14 };

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
