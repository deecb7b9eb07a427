/** What the printed listing computes, against what the post says of it: checked on the listing's own numbers. */
import { initialWeights } from "../../src/engine/initial-weights.ts";
import { ganLayout } from "../../src/engine/layout.ts";
import { forward } from "../../src/engine/reference/network.ts";
import type { GanArm } from "../../src/language/arm.ts";
import type { ExactResult } from "../../src/language/claim.ts";
import { explored, seedsIn } from "../../src/language/seeds.ts";
import { drawLatent } from "../../src/random/latent.ts";
import { stream } from "../../src/random/stream.ts";
import { evenly } from "../../src/study/networks.ts";
import { arms } from "./arms.ts";

/** Algebra needs no fresh seeds; these only give it numbers. */
const seeds = seedsIn(explored);

/** Whether a batch's latents come in ascending order, one batch a seed. */
export function noiseKeepsTheOrder(arm: "post" | "jitter as printed" | "independent latents"): ExactResult {
  const { latent, schedule } = arms[arm];
  const { batch } = schedule;
  const turned = seeds
    .map((seed) => drawLatent(latent, batch, stream(seed, "latent/discriminator")))
    .map((z) => z.filter((value, i) => i > 0 && value < z[i - 1]).length);
  const all = seeds.length * (batch - 1);
  const out = turned.reduce((sum, count) => sum + count, 0);
  return {
    holds: out === 0,
    detail: `Of ${all} pairs of neighbours in ${seeds.length} batches of ${batch} latents, ${out} are out of order.`,
  };
}

/** The post's discriminator without its clamp, the same with it, and with a linear output in the place of tanh. */
const discriminators = {
  tanh: { layers: arms.post.discriminator.layers },
  clamped: arms.post.discriminator,
  linear: {
    layers: arms.post.discriminator.layers.map((layer, i, all) =>
      i === all.length - 1 ? { ...layer, activation: "linear" as const } : layer,
    ),
    // Bounds that bound nothing: without any, a linear output would be read as a logit.
    clamp: [-1e6, 1e6] as const,
  },
} satisfies Record<string, GanArm["discriminator"]>;

/** Whether an untrained discriminator's answers on μ ± 3σ lie between 0 and 1, from every seed. */
export function answersAreProbabilities(output: keyof typeof discriminators): ExactResult {
  const { discriminator } = ganLayout({ ...arms.post, discriminator: discriminators[output] });
  const x = evenly(-3, 3, 301);
  const answers = seeds.map((seed) => {
    const weights = Float64Array.from(initialWeights(discriminator, stream(seed, "init/discriminator")));
    return forward(discriminator, weights, x, x.length).output;
  });
  const outside = answers.filter((values) => values.some((value) => value < 0 || value > 1)).length;
  const [low, high] = [Math.min, Math.max].map((extreme) => extreme(...answers.map((values) => extreme(...values))));
  return {
    holds: outside === 0,
    detail:
      `Answers at ${x.length} points on μ ± 3σ lie between ${low.toPrecision(3)} and ${high.toPrecision(3)}; outside of [0, 1] they are ` +
      `somewhere on ${outside} of ${seeds.length} seeds.`,
  };
}
