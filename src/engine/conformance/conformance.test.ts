import { describe, expect, test } from "vitest";
import { vary } from "../../experiment/describe.ts";
import type { Adversary, Player } from "../engine.ts";
import { engineNames } from "../engine.ts";
import { engineNamed } from "../named.ts";
import { notebook, testArms } from "./arms.ts";

// Every engine against the float64 reference: the same seeds, the same numbers in, the same weights out.

const seeds = [1, 2, 3];
const players: readonly Player[] = ["generator", "discriminator"];
const reference = await engineNamed("reference");
const engines = await Promise.all(engineNames.filter((name) => name !== "reference").map(engineNamed));

/** Largest difference of any weight after n updates: float32 keeps 24 bits of weights of size 1, and errors add up. */
const toleranceAfter = { 1: 1e-6, 20: 5e-6 } as const;

describe.each(engines)("$name", (engine) => {
  describe.each(Object.entries(testArms))("trains %s like the reference", (_, arm) => {
    const pair = (): Promise<[Adversary, Adversary]> =>
      Promise.all([engine.create(arm, seeds), reference.create(arm, seeds)]);

    test("from the same initial weights", async () => {
      const [ours, theirs] = await pair();
      for (const player of players) expect(await ours.weights(player)).toEqual(await theirs.weights(player));
    });

    test.each([1, 20] as const)("to the same weights after %i updates of both players", async (updates) => {
      const [ours, theirs] = await pair();
      for (const adversary of [ours, theirs]) play(adversary, updates);
      for (const player of players) {
        const difference = largestDifference(await ours.weights(player), await theirs.weights(player));
        expect(difference).toBeLessThan(toleranceAfter[updates]);
      }
    });

    test("to the same samples, probabilities and gradients", async () => {
      const [ours, theirs] = await pair();
      for (const adversary of [ours, theirs]) play(adversary, 3);
      const latents = ramp(21 * arm.latent.dimensions);
      const samples = await theirs.sample(latents);
      expect(largestDifference(await ours.sample(latents), samples)).toBeLessThan(1e-5);
      const x = samples.subarray(0, samples.length / seeds.length);
      expect(largestDifference(await ours.discriminate(x), await theirs.discriminate(x))).toBeLessThan(1e-5);
      const norms = await ours.gradientNorms(latents);
      const expected = await theirs.gradientNorms(latents);
      expect(largestRelativeDifference(norms.nonSaturating, expected.nonSaturating)).toBeLessThan(1e-4);
      expect(largestRelativeDifference(norms.saturating, expected.saturating)).toBeLessThan(1e-4);
    });
  });

  test.each(players)("fits the %s by squared error like the reference", async (player) => {
    // Momentum, because Adam forgives a gradient of the wrong length.
    const { generator, discriminator } = testArms["scaled and clamped outputs"];
    const arm = vary(testArms.momentum, { generator, discriminator });
    const [ours, theirs] = await Promise.all([engine.create(arm, seeds), reference.create(arm, seeds)]);
    const input = ramp(seeds.length * 13);
    const target = input.map((x) => 0.5 + 0.3 * x * x);
    for (const adversary of [ours, theirs]) {
      for (let update = 0; update < 20; update++) adversary.regress(player, input, target);
    }
    const difference = largestDifference(await ours.weights(player), await theirs.weights(player));
    expect(difference).toBeLessThan(toleranceAfter[20]);
  });

  test.each(["the notebook", "scaled and clamped outputs", "half the discriminator's loss", "the saturating loss"])(
    "tells the mean losses of %s like the reference",
    async (name) => {
      const arm = vary(testArms[name], { record: { metrics: ["discriminatorLoss"] } });
      const [ours, theirs] = await Promise.all([engine.create(arm, seeds), reference.create(arm, seeds)]);
      for (const adversary of [ours, theirs]) play(adversary, 5);
      const [told, expected] = [await ours.losses(), await theirs.losses()];
      for (const player of players) {
        expect(largestDifference(told[player], expected[player])).toBeLessThan(1e-5);
        expect(told[player].every((loss) => loss !== 0)).toBe(true);
      }
      const after = await ours.losses();
      expect(after.discriminator.every(Number.isNaN)).toBe(true);
    },
  );

  test("computes no losses for an arm that records none", async () => {
    const adversary = await engine.create(notebook, seeds);
    expect(() => adversary.losses()).toThrow("expected an arm that records losses");
  });

  test("takes the real samples that it is given", async () => {
    const [ours, theirs] = await Promise.all([engine.create(notebook, seeds), reference.create(notebook, seeds)]);
    const real = ramp(seeds.length * notebook.schedule.batch);
    for (const adversary of [ours, theirs]) adversary.updateDiscriminator(real);
    const difference = largestDifference(await ours.weights("discriminator"), await theirs.weights("discriminator"));
    expect(difference).toBeLessThan(toleranceAfter[1]);
  });

  test("gives back the weights that were set", async () => {
    const adversary = await engine.create(notebook, seeds);
    for (const player of players) {
      const weights = ramp((await adversary.weights(player)).length);
      adversary.setWeights(player, weights);
      expect(await adversary.weights(player)).toEqual(weights);
    }
  });
});

function play(adversary: Adversary, updates: number): void {
  for (let update = 0; update < updates; update++) {
    adversary.updateDiscriminator();
    adversary.updateGenerator();
  }
}

/** n numbers evenly spread over [−1, 1). */
const ramp = (n: number): Float32Array => Float32Array.from({ length: n }, (_, i) => (2 * i) / n - 1);

function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  expect(ours.length).toBe(theirs.length);
  let largest = 0;
  for (let i = 0; i < ours.length; i++) {
    largest = Math.max(largest, Math.abs(ours[i] - theirs[i])); // NaN stays NaN, and no tolerance admits it
  }
  return largest;
}

function largestRelativeDifference(ours: Float64Array, theirs: Float64Array): number {
  return largestDifference(
    ours.map((value, i) => value / theirs[i]),
    theirs.map(() => 1),
  );
}
