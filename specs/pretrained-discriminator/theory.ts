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

const losses = {
  mean: () => 1,
  "weighted by place": (row: number) => (2 * (row + 0.5)) / batch,
};

/** What is done to a batch: each of x and z for itself. */
const reorderings = {
  sorting: (values: Float64Array) => values.toSorted(),
  shuffling: (values: Float64Array) => values.map((_, i) => values[(stride * i) % values.length]),
};

/** A stride without a common factor with the batch of 200 visits every place once. */
const stride = 77;

/** Sums of 200 float64 numbers in another order differ by some 10⁻¹⁵ of their size. */
const rounding = 1e-12;

/** Does another order of x and of z change the gradient of a loss, beyond rounding? */
export function sortingChangesTheGradient({
  by = "sorting",
  loss = "mean",
}: {
  by?: keyof typeof reorderings;
  loss?: keyof typeof losses;
} = {}): ExactResult {
  const reorder = reorderings[by];
  const before = gradients(x, z, losses[loss]);
  const after = gradients(reorder(x), reorder(z), losses[loss]);
  const length = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const change = length(before.map((value, i) => value - after[i])) / length(before);
  return {
    holds: change > rounding,
    detail:
      `${by === "sorting" ? "Sorting" : "Shuffling"} x and z changes both players' gradients by ${change.toExponential(1)} of their length ` +
      `(${rounding.toExponential(0)} is allowed for rounding).`,
  };
}
