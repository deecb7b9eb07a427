/** What sorting a batch can do to its gradient: algebra, checked in float64. */

import { initialWeights } from "../../src/engine/initial-weights.ts";
import { ganLayout } from "../../src/engine/layout.ts";
import { discriminatorTerms, generatorTerms } from "../../src/engine/losses.ts";
import { logLossGradient } from "../../src/engine/reference/loss.ts";
import { backward, forward, throughOutput } from "../../src/engine/reference/network.ts";
import type { ExactResult } from "../../src/language/claim.ts";
import { draw } from "../../src/random/draw.ts";
import { drawLatent } from "../../src/random/latent.ts";
import { stream } from "../../src/random/stream.ts";
import { arms } from "./arms.ts";

const { generator, discriminator } = ganLayout(arms.post);
const batch = arms.post.schedule.batch;
const weightsOf = (player: "generator" | "discriminator") =>
  Float64Array.from(initialWeights({ generator, discriminator }[player], stream(1, `init/${player}`)));
const [weightsOfG, weightsOfD] = [weightsOf("generator"), weightsOf("discriminator")];

/** A batch as drawn, x from N(0, 1) and z from the prior in a random order. */
const x = Float64Array.from(draw(arms.post.data, batch, stream(1, "data")));
const z = Float64Array.from(drawLatent(arms["independent latents"].latent, batch, stream(1, "latent/discriminator")));

/** Both players' gradients on one batch, each sample's share of the mean loss multiplied by the weight of its place. */
function gradients(data: Float64Array, latents: Float64Array, weightOfPlace: (row: number) => number): Float64Array {
  const places = (gradient: Float64Array) => gradient.map((value, row) => value * weightOfPlace(row % batch));

  const fakes = forward(generator, weightsOfG, latents, batch);
  const both = new Float64Array(2 * batch);
  both.set(data);
  both.set(fakes.output, batch);
  const judged = forward(discriminator, weightsOfD, both, 2 * batch);
  const ofD = backward(
    discriminator,
    weightsOfD,
    judged,
    places(logLossGradient(discriminator, judged, discriminatorTerms())),
  );

  const judgedFakes = forward(discriminator, weightsOfD, fakes.output, batch);
  const loss = places(logLossGradient(discriminator, judgedFakes, generatorTerms["non-saturating"]));
  const { input } = backward(discriminator, weightsOfD, judgedFakes, loss);
  const ofG = backward(generator, weightsOfG, fakes, throughOutput(generator, fakes, input));
  return Float64Array.from([...ofD.weights, ...ofG.weights]);
}

/** Change of the gradients, relative to their length, when x and z are sorted. */
function changeBySorting(data: Float64Array, latents: Float64Array, weightOfPlace: (row: number) => number): number {
  const before = gradients(data, latents, weightOfPlace);
  const after = gradients(data.toSorted(), latents.toSorted(), weightOfPlace);
  const length = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return length(before.map((value, i) => value - after[i])) / length(before);
}

const meanLoss = () => 1;
const weightedByPlace = (row: number) => (2 * (row + 0.5)) / batch;

/** Sums of 200 float64 numbers in another order differ by some 10⁻¹⁵ of their size. */
const rounding = 1e-12;

/** Does sorting change the gradient of the mean loss, beyond rounding? */
export function sortingChangesTheGradient({ alreadySorted = false } = {}): ExactResult {
  const [data, latents] = alreadySorted ? [x.toSorted(), z.toSorted()] : [x, z];
  const change = changeBySorting(data, latents, meanLoss);
  const seen = changeBySorting(x, z, weightedByPlace);
  if (!(seen > rounding)) {
    throw new Error(`expected sorting to change a loss that is weighted by place, got a change of ${seen}`);
  }
  return {
    holds: change > rounding,
    detail:
      `Sorting x and z changes both players' gradients by ${change.toExponential(1)} of their length (${rounding.toExponential(0)} is ` +
      `allowed for rounding). The same test finds a change of ${seen.toPrecision(2)} for a loss whose terms are weighted by their place.`,
  };
}
