/** The slides' sum of gradients, and what it is without cross-talk: algebra, checked on a network of four weights. */

import type { Player } from "../../src/engine/engine.ts";
import { Game } from "../../src/engine/game.ts";
import { ReferenceWorkspace } from "../../src/engine/reference/workspace.ts";
import type { GanArm, GradientAccumulation } from "../../src/language/arm.ts";
import type { ExactResult } from "../../src/language/claim.ts";
import { dense, gan, momentum, normal } from "../../src/language/describe.ts";

const iterations = 50;
const [x, z, stepSize] = [2, 1, 0.01];
const one = { layers: [dense(1, "linear", { kind: "normal", sd: 0.5 })] };

/** D(x) = σ(w x + b), G(z) = v z + c on data and latents that are always the same. */
const small = (rho: number | undefined, gradients?: GradientAccumulation): GanArm => {
  const optimizer = rho === undefined ? ({ kind: "sgd", stepSize } as const) : momentum({ stepSize, momentum: rho });
  return gan({
    data: normal({ mean: x, sd: 0 }),
    latent: { kind: "normal", dimensions: 1, mean: z, sd: 0 },
    generator: one,
    discriminator: one,
    optimizer: { generator: optimizer, discriminator: optimizer },
    generatorLoss: "non-saturating",
    gradients,
    schedule: { rounds: iterations, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
    record: { metrics: [], rounds: [] },
  });
};

/** (w, b, v, c) after every iteration, the start first. */
function path(arm: GanArm): Float32Array[] {
  const adversary = new Game(new ReferenceWorkspace([1]), arm);
  const of = (player: Player) => adversary.weights(player) as Float32Array; // the reference computes at once
  const weights = () => Float32Array.of(...of("discriminator"), ...of("generator"));
  const all = [weights()];
  for (let t = 0; t < iterations; t++) {
    adversary.updateDiscriminator();
    adversary.updateGenerator();
    all.push(weights());
  }
  return all;
}

/** Is a GAN whose gradients are never zeroed momentum with ρ = `rho`, and are its buffers the slide's sum? */
export function neverZeroedIsMomentum(rho: number): ExactResult {
  const [kept, heavy] = [path(small(undefined, { isZeroed: false, hasCrossTalk: false })), path(small(rho))];
  const parted = kept.findIndex((weights, t) => weights.some((weight, i) => weight !== heavy[t][i]));
  const error = slideError(path(small(undefined, { isZeroed: false, hasCrossTalk: true })));
  return {
    holds: parted < 0 && error < tolerance,
    detail:
      `Without cross-talk, never zeroing and momentum ρ = ${rho} ${parted < 0 ? `give the same weights to the bit for ${iterations} iterations` : `part at iteration ${parted}`}. ` +
      `With it, D's buffer follows the slide's sum of d(D loss)/dw + d(G loss)/dw over ${iterations} iterations within ${error.toExponential(1)} (${tolerance.toExponential(0)} is allowed).`,
  };
}

/** The weights are read as float32. */
const tolerance = 1e-4;

/** Largest difference of D's buffer for w, read off its steps, from the slide's sum. */
function slideError(weights: readonly Float32Array[]): number {
  let [sum, worst] = [0, 0];
  for (let t = 0; t < iterations; t++) {
    const [[w, b, v, c], [nextW, nextB]] = [weights[t], weights[t + 1]];
    const fake = v * z + c;
    sum += (sigmoid(w * x + b) - 1) * x + sigmoid(w * fake + b) * fake; // d(D loss)/dw
    worst = Math.max(worst, Math.abs((w - nextW) / stepSize - sum));
    sum += (sigmoid(nextW * fake + nextB) - 1) * fake; // d(G loss)/dw
  }
  return worst;
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
