/** Chance of a false finding in one direction or the other over all looks of a test together. */
const errorOfAllLooks = 0.05;

/** Numbers of seeds at which tests of statistics look: each four times the last, so that a look adds more than it repeats. */
const usual = [16, 64, 256, 1024];

/** Where there are seeds for one or two of those only, each is twice the last. */
const few = { below: 128, looks: [8, 16, 32, 64] };

/**
 * The numbers of seeds at which a statistic is tested: fixed by the cap and nothing else, the cap itself being the last.
 * @throws {RangeError} unless the cap is a positive integer
 */
export function looksUpTo(cap: number): number[] {
  if (!Number.isSafeInteger(cap) || cap < 1) throw new RangeError(`expected a positive integer as cap, got ${cap}`);
  return [...(cap < few.below ? few.looks : usual).filter((look) => look < cap), cap];
}

/**
 * The level of each single test of a cap: the error split equally over its looks (Bonferroni), which holds whatever the
 * dependence between them. A test with two one-sided p-values has half of it on each side.
 */
export const levelOfLook = (cap: number, error = errorOfAllLooks): number => error / looksUpTo(cap).length;
