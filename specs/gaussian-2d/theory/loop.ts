/** The exact claims on the loop: what its comments and its losses say, at one state of the deck's networks. */

import { sampleOf } from "../../../src/data/batches.ts";
import { discriminatorTerms, generatorTerms } from "../../../src/engine/losses.ts";
import { logLossGradient } from "../../../src/engine/reference/loss.ts";
import { backward, type ForwardPass, forward } from "../../../src/engine/reference/network.ts";
import type { GeneratorLoss } from "../../../src/language/arm.ts";
import type { ExactResult } from "../../../src/language/claim.ts";
import { stream } from "../../../src/random/stream.ts";
import { arms } from "../arms.ts";
import { networks } from "./networks.ts";

const { batch } = arms.deck.schedule;
const { generator, discriminator } = networks;
const stepSizeOfD = arms.deck.optimizer.discriminator.stepSize;

/** Weights large enough that neither player is at rest; they, the latents and the data are those of seed 1. */
const drawn = (name: string, n: number): Float64Array =>
  Float64Array.from(stream(1, `theory/loop ${name}`).normals(n), (value) => value / 2);
const weightsOfG = drawn("generator", generator.parameters);
const weightsOfD = drawn("discriminator", discriminator.parameters);
const latents = drawn("latents", 2 * batch).map((value) => 2 * value);
const real = Float64Array.from(sampleOf(arms.deck.data, batch, 1));

/** Which part of update_D's pass over the fakes update_G uses again. */
export type Reused = "nothing" | "fake_X" | "fake_Y";

/** Largest relative difference that is rounding. */
const rounding = 1e-12;

/** Has G the gradient that it has when all is computed again, after D's update? */
export function hasTheSameGradient(reused: Reused): ExactResult {
  const difference = changeOfGradient(reused);
  return {
    holds: difference < rounding,
    detail: `${reusing(reused)} the gradient differs by ${difference.toExponential(1)} of its length; up to 1e-12 is rounding.`,
  };
}

/** Has G another gradient than when all is computed again, by a hundredth at least? */
export function hasAnotherGradient(reused: Reused): ExactResult {
  const difference = changeOfGradient(reused);
  return {
    holds: difference > 0.01,
    detail: `${reusing(reused)} the gradient differs by ${difference.toPrecision(3)} of its length; 0.01 is asked for.`,
  };
}

const reusing = (reused: Reused): string => `With ${reused === "nothing" ? "nothing" : reused} of update_D used again,`;

/** |difference| ÷ |gradient|, of G's gradient after one update of D. */
export function changeOfGradient(reused: Reused): number {
  const before = forward(generator, weightsOfG, latents, batch);
  const { weights: step } = gradientOfD(weightsOfD, before.output);
  const updated = weightsOfD.map((weight, i) => weight - stepSizeOfD * step[i]);
  const again = forward(generator, weightsOfG, latents, batch);
  const wanted = gradientOfG(updated, again, "non-saturating");
  const got = gradientOfG(
    reused === "fake_Y" ? weightsOfD : updated,
    reused === "nothing" ? again : before,
    "non-saturating",
  );
  return Math.hypot(...wanted.map((value, i) => value - got[i])) / Math.hypot(...wanted);
}

/** The fakes of D's loss as a function of D's weights: G's stay where they are. */
export const detached = (): Float64Array => forward(generator, weightsOfG, latents, batch).output;

/** Fakes that climb D's logit before they are judged, as those of a generator that answers at once (Metz et al. 2017). */
export const answering = (weights: Float64Array): Float64Array => {
  const fakes = detached();
  const judged = forward(discriminator, weights, fakes, batch);
  const slopes = backward(discriminator, weights, judged, new Float64Array(batch).fill(1)).input;
  return fakes.map((value, i) => value + slopes[i]);
};

/** Largest relative error of a central difference that counts as equal. */
const ofDifferences = 1e-6;

/** Is D's gradient complete when none goes through the fakes? Compared with central differences of the whole loss. */
export function needsNoGradientOfG(fakesOf: (weightsOfD: Float64Array) => Float64Array): ExactResult {
  const wanted = differences(weightsOfD, (weights) => -objective(weights, fakesOf(weights)) / 2);
  const got = gradientOfD(weightsOfD, fakesOf(weightsOfD)).weights;
  const error = relativeError(got, wanted);
  return {
    holds: error < ofDifferences,
    detail: `With the fakes held, D's gradient differs from that of its whole loss by ${error.toExponential(1)} of its length; 1e-6 is allowed.`,
  };
}

/** Are the players' gradients those of the printed objective, which D ascends and G descends? */
export function playsTheMinimaxGame(loss: GeneratorLoss, sign: 1 | -1 = 1): ExactResult {
  const fakes = detached();
  const ofD = relativeError(
    gradientOfD(weightsOfD, fakes).weights,
    differences(weightsOfD, (weights) => -objective(weights, fakes) / 2),
  );
  const made = forward(generator, weightsOfG, latents, batch);
  const ofG = relativeError(
    gradientOfG(weightsOfD, made, loss).map((value) => sign * value),
    differences(weightsOfG, (weights) => objective(weightsOfD, forward(generator, weights, latents, batch).output)),
  );
  return {
    holds: Math.max(ofD, ofG) < ofDifferences,
    detail:
      `D's gradient differs from −½ times the objective's by ${ofD.toExponential(1)} of its length, G's from the objective's by ` +
      `${ofG.toExponential(1)}; 1e-6 is allowed.`,
  };
}

/** The printed objective on one batch: the mean of log D(x) and that of log(1 − D(G(z))), in sum. */
function objective(weights: Float64Array, fakes: Float64Array): number {
  const judge = (x: Float64Array) => forward(discriminator, weights, x, batch).output;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / batch;
  return mean(judge(real).map(Math.log)) + mean(judge(fakes).map((d) => Math.log1p(-d)));
}

function gradientOfD(weights: Float64Array, fakes: Float64Array): { weights: Float64Array } {
  const judged = forward(discriminator, weights, Float64Array.from([...real, ...fakes]), 2 * batch);
  const atLogits = logLossGradient(discriminator, judged, discriminatorTerms(arms.deck.discriminatorLossFactor));
  return backward(discriminator, weights, judged, atLogits);
}

function gradientOfG(weights: Float64Array, made: ForwardPass, loss: GeneratorLoss): Float64Array {
  const judged = forward(discriminator, weights, made.output, batch);
  const atLogits = logLossGradient(discriminator, judged, generatorTerms[loss]);
  const atFakes = backward(discriminator, weights, judged, atLogits).input;
  return backward(generator, weightsOfG, made, atFakes).weights;
}

/** Central differences of a function of weights, whose error is of the order of the width squared. */
function differences(at: Float64Array, of: (weights: Float64Array) => number): Float64Array {
  const width = 1e-5;
  const moved = (i: number, by: number) => of(at.map((weight, k) => (k === i ? weight + by : weight)));
  return at.map((_, i) => (moved(i, width) - moved(i, -width)) / (2 * width));
}

const relativeError = (got: Float64Array, wanted: Float64Array): number =>
  Math.hypot(...got.map((value, i) => value - wanted[i])) / Math.hypot(...wanted);
