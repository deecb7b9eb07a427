import { createHash } from "node:crypto";
import type { NdArray, Trial } from "./trial.ts";

/**
 * SHA-256 (hex) of what a trial found: seed, state, rounds, curves, end values and arrays, in the order of their names,
 * numbers as little-endian bytes.
 */
export function digestOf(seed: number, outcome: Pick<Trial, "state" | "rounds" | "curves" | "end" | "arrays">): string {
  const hash = createHash("sha256").update(`${seed} ${outcome.state}\n`);
  const add = (name: string, shape: readonly number[], data: NdArray["data"]) => {
    hash.update(`${name} [${shape}] ${data.BYTES_PER_ELEMENT}\n`);
    const canonical = withOneNaN(data);
    hash.update(new Uint8Array(canonical.buffer, canonical.byteOffset, canonical.byteLength));
  };
  add("rounds", [outcome.rounds.length], outcome.rounds);
  for (const [name, values] of sorted(outcome.curves)) add(`curve ${name}`, [values.length], values);
  for (const [name, value] of sorted(outcome.end)) add(`end ${name}`, [], Float64Array.of(value));
  for (const [name, { shape, data }] of sorted(outcome.arrays)) add(`array ${name}`, shape, data);
  return hash.digest("hex");
}

/** NaN has many bit patterns, and which one an operation gives is not specified: all of them count as one. */
const withOneNaN = (data: NdArray["data"]) =>
  !(data instanceof Uint8Array) && data.some(Number.isNaN)
    ? data.map((value) => (Number.isNaN(value) ? Number.NaN : value))
    : data;

/**
 * The number of different outcomes that trials have. One of many seeds means that the arm does not depend on the
 * seed: its trials are one run, and no sample.
 */
export const distinctOutcomes = (trials: readonly Trial[]): number =>
  new Set(trials.map((trial) => digestOf(0, trial))).size;

/** One digest for an arm: SHA-256 of its trials' digests in the order of the seeds. */
export function digestOfArm(trials: readonly Pick<Trial, "digest">[]): string {
  return createHash("sha256")
    .update(trials.map(({ digest }) => digest).join("\n"))
    .digest("hex");
}

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
