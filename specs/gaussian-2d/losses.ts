/** What the losses say of the distance to the data. */
import { sampleRankCorrelation } from "simple-statistics";
import type { Decide, Measured } from "../../src/language/claim.ts";
import { permutation } from "../../src/random/permutation.ts";
import { stream } from "../../src/random/stream.ts";
import { liesAbove } from "../../src/study/statistic.ts";
import { epochs, roundOf } from "./arms.ts";

/** The discriminator's loss where it can tell nothing: D = ½ everywhere. */
export const undecidedLoss = Math.LN2;

/** How far a discriminator's loss is from that of one that can tell nothing. */
export const told = (loss: number): number => Math.abs(loss - undecidedLoss);

/** Spearman's. */
export const rankCorrelation = sampleRankCorrelation;

export const allEpochs: readonly number[] = Array.from({ length: epochs }, (_, i) => i + 1);
/** The epoch that ends the first half. */
export const halfway = epochs / 2;
export const earlyEpochs = allEpochs.slice(0, halfway);
export const lateEpochs = allEpochs.slice(halfway);

/** Spearman's correlation, over epochs of a run, of |loss_D − ln 2| with the Wasserstein-2 distance at the epoch's end. */
export const withinRun = (run: Measured, over: readonly number[]): number => correlationOver(run, over, over);

/** {@link withinRun} with the losses of the epochs permuted. */
export const withinRunPermuted = (run: Measured, over: readonly number[]): number => {
  const order = permuted(over.length, run.seed);
  return correlationOver(
    run,
    over.map((_, i) => over[order[i]]),
    over,
  );
};

/** Spearman's correlation of the two between runs, at the end; each row twice the same trial. */
export const betweenRuns: Decide = liesAbove(0, (rows) =>
  rankCorrelation(
    rows.map(([run]) => told(run.end.discriminatorLoss)),
    rows.map(([, run]) => run.end.wasserstein2),
  ),
);

/** {@link betweenRuns} with the losses of the runs permuted. */
export const betweenRunsPermuted: Decide = (rows) => {
  const order = permuted(rows.length, 1);
  return betweenRuns(rows.map(([, run], i) => [rows[order[i]][0], run]));
};

const permuted = (n: number, seed: number): Uint32Array => permutation(n, stream(seed, "claim/permuted losses"));

const correlationOver = (run: Measured, ofLoss: readonly number[], ofDistance: readonly number[]): number =>
  rankCorrelation(
    ofLoss.map((epoch) => told(run.at("discriminatorLoss", roundOf(epoch)))),
    ofDistance.map((epoch) => run.at("wasserstein2", roundOf(epoch))),
  );
