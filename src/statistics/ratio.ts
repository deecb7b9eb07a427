import type { Interval } from "../language/verdict.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { median } from "./quantile.ts";

/** How many times as large one quantity is as another, measured in rounds in which both had their turn. */
export interface Ratio {
  /** Ratio of the medians. */
  readonly ratio: number;
  /** Its 95 % percentile-bootstrap interval. */
  readonly interval: Interval;
  readonly rounds: number;
}

/**
 * The ratio of two medians. Rounds are resampled whole: what slowed the machine down in a round slowed down both, and
 * resampled apart they would look less alike than they are.
 * @param above one value a round, in the order of the rounds
 * @param below the same rounds of what it is divided by
 * @throws {RangeError} unless both have the same rounds, at least one
 */
export function ratioOfMedians(above: readonly number[], below: readonly number[]): Ratio {
  if (above.length !== below.length || above.length === 0) {
    throw new RangeError(`expected two values for each of one or more rounds, got ${above.length} and ${below.length}`);
  }
  const rounds = above.map((value, round) => [value, below[round]] as const);
  const ratio = (some: readonly (readonly [number, number])[]) =>
    median(some.map(([value]) => value)) / median(some.map(([, value]) => value));
  return { ratio: ratio(rounds), interval: bootstrapInterval(rounds, ratio), rounds: rounds.length };
}
