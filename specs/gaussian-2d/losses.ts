/** What the losses say of the distance to the data. */
import { sampleRankCorrelation } from "simple-statistics";
import type { Decide, Measured } from "../../src/language/claim.ts";
import { permutation } from "../../src/random/permutation.ts";
import { stream } from "../../src/random/stream.ts";
import { correlationIsAbove0 } from "../../src/study/statistic.ts";
import { epochs, roundOf } from "./arms.ts";

/** The discriminator's loss where it can tell nothing: D = ½ everywhere. Then the generator's is the same. */
export const undecidedLoss = Math.LN2;

/** How far a loss is from that of a discriminator that can tell nothing. */
export const told = (loss: number): number => Math.abs(loss - undecidedLoss);

/** Spearman's. */
export const rankCorrelation = sampleRankCorrelation;

export const allEpochs: readonly number[] = Array.from({ length: epochs }, (_, i) => i + 1);
/** The epoch that ends the first half. */
export const halfway = epochs / 2;
export const earlyEpochs = allEpochs.slice(0, halfway);
export const lateEpochs = allEpochs.slice(halfway);

/** What is held against the distance, of the epochs of a run. */
export type Diagnostic = (run: Measured, over: readonly number[]) => number[];

export const byD: Diagnostic = (run, over) => over.map((epoch) => told(run.at("discriminatorLoss", roundOf(epoch))));

export const byG: Diagnostic = (run, over) => over.map((epoch) => told(run.at("generatorLoss", roundOf(epoch))));

/** A diagnostic with its epochs permuted. */
export const permuted =
  (diagnostic: Diagnostic): Diagnostic =>
  (run, over) => {
    const order = permutedOrder(over.length, run.seed);
    const values = diagnostic(run, over);
    return values.map((_, i) => values[order[i]]);
  };

/** A diagnostic that is known to tell the distance: the distance itself, with a tenth of normal noise. */
export const planted: Diagnostic = (run, over) => {
  const noise = plantedNoise(run, over.length);
  return over.map((epoch, i) => run.at("wasserstein2", roundOf(epoch)) * noise[i]);
};

/** Spearman's correlation, over epochs of a run, of a diagnostic with the Wasserstein-2 distance at the epoch's end. */
export const withinRun = (run: Measured, over: readonly number[], diagnostic: Diagnostic = byD): number =>
  rankCorrelation(
    diagnostic(run, over),
    over.map((epoch) => run.at("wasserstein2", roundOf(epoch))),
  );

const lossAtEnd = ({ end }: Measured): number => told(end.discriminatorLoss);
const distanceAtEnd = ({ end }: Measured): number => end.wasserstein2;

/** Spearman's correlation of the two between runs, at the end. */
export const betweenRuns: Decide = correlationIsAbove0({
  x: lossAtEnd,
  y: distanceAtEnd,
  purpose: "claim/losses rank runs",
});

/** {@link betweenRuns} with the losses of the runs permuted. */
export const betweenRunsPermuted: Decide = (rows, level) => {
  const order = permutedOrder(rows.length, 1);
  return betweenRuns(
    rows.map(([run], i) => [rows[order[i]][0], run]),
    level,
  );
};

/** {@link betweenRuns} with a loss that is known to tell the distance. */
export const betweenRunsPlanted: Decide = correlationIsAbove0({
  x: (run) => distanceAtEnd(run) * plantedNoise(run, 1)[0],
  y: distanceAtEnd,
  purpose: "claim/planted losses rank runs",
});

const plantedNoise = ({ seed }: Measured, n: number): number[] =>
  Array.from(stream(seed, "claim/planted losses").normals(n), (value) => 1 + value / 10);

const permutedOrder = (n: number, seed: number): Uint32Array => permutation(n, stream(seed, "claim/permuted losses"));
