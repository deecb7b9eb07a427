import type { NdArray, Trial } from "../trial/trial.ts";

/**
 * Whether several seeds gave one and the same outcome, to the bit: then they are one run and not several, and no rate over
 * them says anything. Trials that diverged are not taken for one, as NaN is the same whatever it came from; nor are trials
 * of which only whole numbers were recorded, as counts and flags may agree by chance.
 */
export function haveOneOutcome(trials: readonly Trial[]): boolean {
  const [first, ...others] = trials;
  return (
    others.length > 0 &&
    trials.every(({ state }) => state !== "diverged") &&
    others.every((trial) => isSameOutcome(first, trial)) &&
    recordedOf(first).some((values) => values.some((value) => Number.isFinite(value) && !Number.isInteger(value)))
  );
}

const isSameOutcome = (a: Trial, b: Trial): boolean =>
  a.state === b.state &&
  isSame(Object.values(a.end), Object.values(b.end)) &&
  isSame(a.rounds, b.rounds) &&
  isSameOfEach(Object.values(a.curves), Object.values(b.curves)) &&
  isSameOfEach(
    Object.values(a.arrays).map(({ data }) => data),
    Object.values(b.arrays).map(({ data }) => data),
  );

type Values = NdArray["data"] | readonly number[];

const isSameOfEach = (a: readonly Values[], b: readonly Values[]): boolean =>
  a.length === b.length && a.every((values, i) => isSame(values, b[i]));

function isSame(a: Values, b: Values): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

const recordedOf = ({ end, curves, arrays }: Trial): Values[] => [
  Object.values(end),
  ...Object.values(curves),
  ...Object.values(arrays).map(({ data }) => data),
];
