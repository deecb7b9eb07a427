import { expect, test } from "vitest";
import type { GanArm } from "../../language/arm.ts";
import { vary } from "../../language/describe.ts";
import { part as partOf } from "../by-seed.ts";
import type { Adversary, Engine, Player } from "../engine.ts";
import { referenceEngine } from "../reference/index.ts";
import { notebook, testArms } from "./arms.ts";

const seeds = [1, 2, 3];
const players: readonly Player[] = ["generator", "discriminator"];

/** Largest difference of any weight after n updates: float32 keeps 24 bits of weights of size 1, and errors add up. */
const toleranceAfter = { 1: 1e-6, 20: 5e-6 } as const;
/** Samples and probabilities of size 1, from weights that differ by the above. */
const outputTolerance = 1e-5;
/** Relative, of gradient norms: sums of products of such numbers. */
const normTolerance = 1e-4;

/**
 * Tests an engine against the float64 reference: the same seeds, the same numbers in, the same weights out.
 * @param refuses the arms that it does not train, and what it says then
 * @param chosen the arms that are tested
 */
export function conformance(
  engine: Engine,
  refuses: Readonly<Record<string, string>> = {},
  chosen: readonly string[] = Object.keys(testArms),
): void {
  const pair = (arm: GanArm): Promise<[Adversary, Adversary]> =>
    Promise.all([engine.create(arm, seeds), referenceEngine.create(arm, seeds)]);

  test.each(Object.entries(refuses))("%s is rejected", async (name, reason) => {
    await expect(engine.create(testArms[name], seeds)).rejects.toThrow(reason);
  });

  // One test an arm, with steps: on a graphics card making a pair takes longer than its updates.
  test.each(chosen.filter((name) => !(name in refuses)))(
    "trains and answers as the reference does: %s",
    async (name) => {
      const arm = testArms[name];
      const [ours, theirs] = await pair(arm);
      for (const player of players) {
        expect(await ours.weights(player), "initial weights").toEqual(await theirs.weights(player));
      }

      for (const adversary of [ours, theirs]) play(adversary, 1);
      expect(await largestDifferenceOfWeights(ours, theirs), "weights after 1 update").toBeLessThan(toleranceAfter[1]);
      for (const adversary of [ours, theirs]) play(adversary, 20 - 1);
      expect(await largestDifferenceOfWeights(ours, theirs), "after 20").toBeLessThan(toleranceAfter[20]);

      const latents = ramp(21 * arm.latent.dimensions);
      const samples = await theirs.sample(latents);
      expect(largestDifference(await ours.sample(latents), samples), "samples").toBeLessThan(outputTolerance);
      const answers = [await ours.discriminate(samples, 21), await theirs.discriminate(samples, 21)];
      expect(largestDifference(answers[0], answers[1]), "probabilities").toBeLessThan(outputTolerance);
      const own = ramp(seeds.length * 7 * arm.latent.dimensions);
      for (const [of, n] of [[latents], [own, 7]] as const) {
        const [norms, expected] = [await ours.gradientNorms(of, n), await theirs.gradientNorms(of, n)];
        for (const loss of ["nonSaturating", "saturating"] as const) {
          const difference = largestRelativeDifference(norms[loss], expected[loss]);
          expect(difference, `gradient norms, ${loss}`).toBeLessThan(normTolerance);
        }
      }

      ours.dispose();
      expect(() => ours.updateGenerator()).toThrow("disposed");
    },
  );

  // Momentum, because Adam forgives a gradient of the wrong length.
  const fitted = (name: string): GanArm => {
    const { generator, discriminator } = testArms[name];
    return vary(testArms.momentum, { generator, discriminator });
  };
  const fit = (adversary: Adversary, player: Player, updates: number): void => {
    const input = ramp(seeds.length * 13);
    const target = input.map((x) => 0.5 + 0.3 * x * x);
    for (let update = 0; update < updates; update++) adversary.regress(player, input, target);
  };

  test("fits a generator of several outputs", async () => {
    const arm = vary(testArms["several dimensions"], { optimizer: testArms.momentum.optimizer });
    const both = await pair(arm);
    const input = ramp(seeds.length * 13 * arm.latent.dimensions);
    const target = ramp(seeds.length * 13 * 2).map((y) => 0.5 + 0.3 * y * y);
    for (const adversary of both) {
      for (let update = 0; update < 20; update++) adversary.regress("generator", input, target);
    }
    expect(await largestDifferenceOfWeights(...both)).toBeLessThan(toleranceAfter[20]);
  });

  test.each(players)("fits the %s by squared error", async (player) => {
    const both = await pair(fitted("scaled and clamped outputs"));
    for (const adversary of both) fit(adversary, player, 20);
    expect(await largestDifferenceOfWeights(...both)).toBeLessThan(toleranceAfter[20]);
  });

  test.each(players)("fits the %s between updates of the game, with dropout masks of its own", async (player) => {
    const both = await pair(fitted("dropout"));
    for (const adversary of both) {
      for (let round = 0; round < 4; round++) {
        fit(adversary, player, 3);
        play(adversary, 1);
      }
    }
    expect(await largestDifferenceOfWeights(...both)).toBeLessThan(toleranceAfter[20]);
  });

  test.each(["the notebook", "scaled and clamped outputs", "half the discriminator's loss", "the saturating loss"])(
    "tells the mean losses of %s",
    async (name) => {
      const [ours, theirs] = await pair(vary(testArms[name], { record: { metrics: ["discriminatorLoss"] } }));
      for (const adversary of [ours, theirs]) play(adversary, 5);
      const [told, expected] = [await ours.losses(), await theirs.losses()];
      for (const player of players) {
        expect(largestDifference(told[player], expected[player])).toBeLessThan(outputTolerance);
        expect(told[player].every((loss) => loss !== 0)).toBe(true);
      }
      expect((await ours.losses()).discriminator.every(Number.isNaN)).toBe(true);
    },
  );

  test("computes no losses for an arm that records none", async () => {
    const adversary = await engine.create(notebook, seeds);
    expect(() => adversary.losses()).toThrow("expected an arm that records losses");
  });

  test("takes the real samples that it is given, and no other number of them", async () => {
    const both = await pair(notebook);
    const real = ramp(seeds.length * notebook.schedule.batch);
    for (const adversary of both) adversary.updateDiscriminator(real);
    expect(await largestDifferenceOfWeights(...both)).toBeLessThan(toleranceAfter[1]);
    expect(() => both[0].updateDiscriminator(real.subarray(1))).toThrow(RangeError);
  });

  test("returns the weights that were set, and rejects the wrong number of them", async () => {
    const adversary = await engine.create(notebook, seeds);
    for (const player of players) {
      const weights = ramp((await adversary.weights(player)).length);
      adversary.setWeights(player, weights);
      expect(await adversary.weights(player)).toEqual(weights);
      expect(() => adversary.setWeights(player, weights.subarray(1))).toThrow("weights");
    }
  });

  test("an ensemble is its single runs", async () => {
    const arm = testArms.dropout;
    const ensemble = await engine.create(arm, seeds);
    play(ensemble, 5);
    for (const [s, seed] of seeds.entries()) {
      const alone = await engine.create(arm, [seed]);
      play(alone, 5);
      for (const player of players) {
        const ofSeed = part(await ensemble.weights(player), s);
        expect(largestDifference(ofSeed, await alone.weights(player))).toBeLessThan(toleranceAfter[20]);
      }
    }
  });

  test("NaN in one seed shows there, and nowhere else", async () => {
    const [spoilt, sound] = await Promise.all([engine.create(notebook, seeds), engine.create(notebook, seeds)]);
    const weights = await spoilt.weights("generator");
    part(weights, 1).fill(Number.NaN);
    spoilt.setWeights("generator", weights);
    for (const adversary of [spoilt, sound]) play(adversary, 3);
    expect(part(await spoilt.weights("generator"), 1).some(Number.isNaN)).toBe(true);
    for (const player of players) {
      const [theirs, ours] = [await spoilt.weights(player), await sound.weights(player)];
      for (const s of [0, 2]) expect(part(theirs, s)).toEqual(part(ours, s));
    }
    expect(part(await spoilt.sample(ramp(4)), 1).every(Number.isNaN)).toBe(true);
  });
}

function play(adversary: Adversary, updates: number): void {
  for (let update = 0; update < updates; update++) {
    adversary.updateDiscriminator();
    adversary.updateGenerator();
  }
}

/** What belongs to the seed at index s. */
const part = (all: Float32Array, s: number): Float32Array => partOf(all, s, seeds.length);

/** n numbers evenly spread over [−1, 1). */
const ramp = (n: number): Float32Array => Float32Array.from({ length: n }, (_, i) => (2 * i) / n - 1);

async function largestDifferenceOfWeights(ours: Adversary, theirs: Adversary): Promise<number> {
  const differences = players.map(async (player) =>
    largestDifference(await ours.weights(player), await theirs.weights(player)),
  );
  return Math.max(...(await Promise.all(differences)));
}

function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  expect(ours.length).toBe(theirs.length);
  let largest = 0;
  for (let i = 0; i < ours.length; i++) {
    largest = Math.max(largest, Math.abs(ours[i] - theirs[i])); // NaN stays NaN, and no tolerance admits it
  }
  return largest;
}

/** The largest relative difference; equal numbers, including two zeros, count as 0. */
function largestRelativeDifference(ours: Float64Array, theirs: Float64Array): number {
  return largestDifference(
    ours.map((value, i) => (value === theirs[i] ? 1 : value / theirs[i])),
    theirs.map(() => 1),
  );
}
