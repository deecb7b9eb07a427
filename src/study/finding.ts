import type { ArmNames, Finding, FindingRun, Measured } from "../language/claim.ts";
import { median, quantile } from "../statistics/quantile.ts";
import type { Trial } from "../trial/trial.ts";
import { askNumber, askPredicate } from "./ask.ts";
import { measured } from "./measured.ts";
import type { TrialsByArm } from "./tuples.ts";

/**
 * Tells a finding with the numbers of trials. Some arms may have more trials than others: a finding is about as many seeds, from
 * the first on, as every arm has that it speaks of, so that "of N seeds" is true of each count in it.
 * @param format prints a finite number
 * @param compute computes what no trial decides, once; or makes it up, where the text does not matter
 * @returns nothing as long as an arm that it speaks of has no trials
 * @throws {Error} if it asks for what is not there, or is no text
 */
export function tellFinding(
  finding: Finding,
  trials: TrialsByArm,
  format: (value: number) => string,
  compute: (of: () => number) => number = (of) => of(),
): string | undefined {
  if (typeof finding === "string") return finding;
  const seen = new Map<string, readonly SeenTrial[]>();
  const told = (seeds: number, computed: typeof compute): string => {
    const of = (arm: string): readonly SeenTrial[] => {
      if (!trials[arm]) throw new Error(`expected trials of the arm "${arm}", got none`);
      if (trials[arm].length < seeds) throw new FewerSeeds(trials[arm].length);
      const ofArm = seen.get(arm) ?? trials[arm].map((trial) => ({ trial: measured(trial), state: trial.state }));
      seen.set(arm, ofArm);
      return ofArm;
    };
    return finding(findingRun({ seeds, of, format, compute: computed }));
  };
  const seeds = commonCount(trials, (count) => told(count, () => 0));
  if (seeds === 0) return undefined;
  const text: unknown = told(seeds, compute);
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new TypeError(`expected a text, got ${String(text)}`);
}

/** How many seeds every arm has that is asked for: which those are may depend on the numbers, so it is asked again with fewer. */
function commonCount(trials: TrialsByArm, ask: (count: number) => unknown): number {
  const counts = Object.values(trials).map(({ length }) => length);
  let count = Math.max(0, ...counts);
  while (count > Math.min(...counts)) {
    try {
      ask(count);
      return count;
    } catch (error) {
      if (!(error instanceof FewerSeeds)) throw error;
      count = error.seeds;
    }
  }
  return count;
}

/** An arm was asked for that has fewer trials than the others. */
class FewerSeeds extends Error {
  readonly seeds: number;

  constructor(seeds: number) {
    super(`expected as many trials of every arm, got one with ${seeds}`);
    this.seeds = seeds;
  }
}

/** A trial as findings see it, and how it ended. */
export interface SeenTrial {
  readonly trial: Measured;
  readonly state: Trial["state"];
}

interface Trials {
  readonly seeds: number;
  /** An arm's trials, one a seed in the same order. @throws {Error} if there is no such arm */
  of(arm: string): readonly SeenTrial[];
  /** A finite number, as it is printed. */
  format(value: number): string;
  /** Computes what no trial decides, or makes it up. */
  compute(of: () => number): number;
}

/** What a finding may ask of trials; those of a run, or made-up ones. */
export function findingRun(trials: Trials): FindingRun {
  return runOver(
    trials,
    Array.from({ length: trials.seeds }, (_, index) => index),
  );
}

type Of<T> = (...trials: readonly Measured[]) => T;

/** @param indices of the seeds that are looked at */
function runOver(all: Trials, indices: readonly number[]): FindingRun {
  /** The trials of each seed on which none diverged. */
  const rows = (names: ArmNames) => {
    const arms = [names].flat().map((name) => all.of(name));
    return indices
      .map((index) => ({ index, row: arms.map((arm) => arm[index]) }))
      .filter(({ row }) => row.every(({ state }) => state !== "diverged"))
      .map(({ index, row }) => ({ index, trials: row.map(({ trial }) => trial) }));
  };
  const holding = (arms: ArmNames, holds: Of<boolean>) =>
    rows(arms).filter(({ trials }) => askPredicate("a predicate", holds, trials));
  const values = (arms: ArmNames, of: Of<number>) =>
    rows(arms)
      .map(({ trials }) => askNumber("a value", of, trials))
      .filter((value) => !Number.isNaN(value));
  const number = (value: number) => {
    if (Number.isFinite(value)) return all.format(value);
    return Number.isNaN(value) ? "no value" : value > 0 ? "∞" : "−∞";
  };
  const summary = (of: readonly number[], summarize: (values: readonly number[]) => number) =>
    number(of.length > 0 ? summarize(of) : Number.NaN);
  const run = {
    seeds: indices.length,
    count: (arms: ArmNames, holds: Of<boolean>) => holding(arms, holds).length,
    which: (arms: ArmNames, holds: Of<boolean>) => listed(holding(arms, holds).map(({ trials }) => trials[0].seed)),
    where: (arms: ArmNames, holds: Of<boolean>) =>
      runOver(
        all,
        holding(arms, holds).map(({ index }) => index),
      ),
    values,
    median: (arms: ArmNames, of: Of<number>) => summary(values(arms, of), median),
    quantile: (arms: ArmNames, p: number, of: Of<number>) => summary(values(arms, of), (some) => quantile(some, p)),
    dead: (arm: string) => {
      const ofArm = all.of(arm);
      return indices.filter((index) => ofArm[index].state === "dead").length;
    },
    number,
    computed: (of: () => number) => number(all.compute(of)),
  };
  // The functions of a finding take as many trials as they name arms, which only the source's own types tell.
  return run as unknown as FindingRun;
}

const listed = (seeds: readonly number[]): string =>
  seeds.length > 0 ? new Intl.ListFormat("en-GB", { type: "conjunction" }).format(seeds.map(String)) : "none";
