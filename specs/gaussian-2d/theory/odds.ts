/** The exact claim: the two generator losses' gradients where D is the same at all fakes. */

import { initialWeights } from "../../../src/engine/initial-weights.ts";
import { ganLayout } from "../../../src/engine/layout.ts";
import { generatorTerms } from "../../../src/engine/losses.ts";
import { logLossGradient } from "../../../src/engine/reference/loss.ts";
import { backward, forward } from "../../../src/engine/reference/network.ts";
import type { GeneratorLoss } from "../../../src/language/arm.ts";
import type { ExactResult } from "../../../src/language/claim.ts";
import { stream } from "../../../src/random/stream.ts";
import { arms } from "../arms.ts";

const { generator, discriminator } = ganLayout(arms.deck);
const fakes = 64;
const tolerance = 1e-5;

/**
 * At the deck's initial weights D is all but constant, and its last bias sets where: is the ratio of the two gradients'
 * norms then the given function of D?
 */
export function ratioIs(expected: (d: number) => number): ExactResult {
  const measured = [0.1, 0.25, 0.5, 0.75, 0.9].map((d) => ({ d, ratio: ratioAt(d) }));
  const errors = measured.map(({ d, ratio }) => Math.abs(ratio / expected(d) - 1));
  const said = measured.map(({ d, ratio }) => `${ratio.toFixed(4)} at D = ${d} (${expected(d).toFixed(4)} expected)`);
  return {
    holds: Math.max(...errors) < tolerance,
    detail: `The gradients' ratio is ${said.join(", ")}; a relative error of 1e-5 is allowed.`,
  };
}

/** Non-saturating over saturating, in float64. */
function ratioAt(d: number): number {
  const weights = Float64Array.from(initialWeights(discriminator, stream(1, "init/discriminator")));
  weights[discriminator.parameters - 1] = Math.log(d / (1 - d));
  return gradientNorm(weights, "non-saturating") / gradientNorm(weights, "saturating");
}

/** Norm of the loss's gradient with respect to G's weights, at their initial values. */
function gradientNorm(discriminatorWeights: Float64Array, loss: GeneratorLoss): number {
  const weights = Float64Array.from(initialWeights(generator, stream(1, "init/generator")));
  const latents = Float64Array.from(stream(1, "latent/probe").normals(2 * fakes));
  const made = forward(generator, weights, latents, fakes);
  const judged = forward(discriminator, discriminatorWeights, made.output, fakes);
  const atLogits = logLossGradient(discriminator, judged, generatorTerms[loss]);
  const atFakes = backward(discriminator, discriminatorWeights, judged, atLogits).input;
  return Math.hypot(...backward(generator, weights, made, atFakes).weights);
}
