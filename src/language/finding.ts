/**
 * Marks of the numbers that may be typed in a finding; all others are computed from the trials. A test
 * (specs/findings.test.ts) finds those without a mark.
 */

/** A number that follows by algebra from the settings alone. */
export const algebra = (text: string): string => text;

/** A setting: a step size, an epoch, a bound of the hypothesis. */
export const setting = (value: string | number): string => `${value}`;

/** Numbers of an experiment that is not among the arms, said with the run that they are of: "64 explored seeds". */
export const elsewhere = (run: string, text: string): string => `${text} (${run})`;
