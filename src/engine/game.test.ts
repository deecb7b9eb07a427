import { describe, expect, test } from "vitest";
import type { GanArm } from "../language/arm.ts";
import { momentum } from "../language/describe.ts";
import { testArms } from "./conformance/arms.ts";
import type { Adversary, Player } from "./engine.ts";
import { ByHand, both, games, mean, type Pair, seed, small } from "./game.fixture.ts";
import { engineNamed } from "./named.ts";

/** Rounds in which float32 and float64 stay together. */
const rounds = 7;

describe.each(["wasm", "reference", "tfjs:cpu"])("%s", async (name) => {
  const engine = await engineNamed(name);
  const started = async (arm: GanArm) => {
    const adversary = await engine.create(arm, [seed]);
    const start = { d: await weights(adversary, "discriminator"), g: await weights(adversary, "generator") };
    return { adversary, hand: new ByHand(arm, start) };
  };
  const expectSame = async (adversary: Adversary, { d, g }: ByHand) => {
    expectClose(await weights(adversary, "discriminator"), d);
    expectClose(await weights(adversary, "generator"), g);
  };

  test.each(Object.entries(games))("plays the game that is written out by hand: %s", async (_, arm) => {
    const { adversary, hand } = await started(arm);
    for (let round = 0; round < rounds; round++) {
      adversary.updateDiscriminator();
      hand.updateDiscriminator();
      adversary.updateGenerator();
      hand.updateGenerator();
    }
    await expectSame(adversary, hand);
    const { discriminator, generator } = await adversary.losses();
    expectClose([discriminator[0], generator[0]], [mean(hand.losses.d), mean(hand.losses.g)]);
  });

  test.each([
    "gradient descent",
    "momentum, decaying",
    "dropout in both networks",
    "weird: never zeroed, with cross-talk",
  ])("fits each player on its own gradient, with its own step sizes, between updates of the game: %s", async (game) => {
    const { adversary, hand } = await started(games[game]);
    const input = Float32Array.of(-1, 0, 0.5, 1, 2);
    const target = input.map((x) => 0.25 + 0.1 * x);
    for (let round = 0; round < rounds; round++) {
      for (const player of ["generator", "discriminator"] as const) {
        adversary.regress(player, input, target);
        hand.fit(player, [...input], [...target]);
      }
      adversary.updateDiscriminator();
      hand.updateDiscriminator();
      adversary.updateGenerator();
      hand.updateGenerator();
    }
    await expectSame(adversary, hand);
  });

  test("measures the generator's gradient under either loss, without dropout, and changes nothing", async () => {
    const { adversary, hand } = await started(games["dropout in both networks"]);
    const latents = Float32Array.of(-0.5, 0, 1, 1.5);
    const { nonSaturating, saturating } = await adversary.gradientNorms(latents);
    expectClose([nonSaturating[0]], [Math.hypot(...hand.generatorGradient([...latents], "non-saturating").own)]);
    expectClose([saturating[0]], [Math.hypot(...hand.generatorGradient([...latents], "saturating").own)]);
    await expectSame(adversary, hand);
  });

  test("takes real samples that are handed in, and draws the next as if it had drawn those", async () => {
    const { adversary, hand } = await started(small);
    const real = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    adversary.updateDiscriminator(real);
    hand.updateDiscriminator([...real]);
    adversary.updateDiscriminator();
    hand.updateDiscriminator();
    await expectSame(adversary, hand);
  });

  const after = async (arm: GanArm) => {
    const adversary = await engine.create(arm, [seed]);
    for (let round = 0; round < 20; round++) {
      adversary.updateDiscriminator();
      adversary.updateGenerator();
    }
    return [await weights(adversary, "discriminator"), await weights(adversary, "generator")];
  };

  test("zeroed gradient buffers equal no accumulation at all, to the bit", async () => {
    expect(await after(games["zeroed, as usual"])).toEqual(await after(small));
  });

  test("never zeroed and without cross-talk is momentum with ρ = 1, to the bit", async () => {
    const never = testArms["gradients that are never zeroed"];
    const heavy = (rho: number): GanArm => {
      const optimizer = momentum({ stepSize: 0.01, momentum: rho });
      return { ...never, gradients: undefined, optimizer: both(optimizer) };
    };
    expect(await after(never)).toEqual(await after(heavy(1)));
    expect(await after(never)).not.toEqual(await after(heavy(0.999)));
  });

  test("no method works after disposal", async () => {
    const adversary = await engine.create(small, [seed]);
    adversary.dispose();
    adversary.dispose();
    const asked: (() => unknown)[] = [
      () => adversary.updateDiscriminator(),
      () => adversary.updateGenerator(),
      () => adversary.regress("generator", Float32Array.of(0), Float32Array.of(0)),
      () => adversary.losses(),
      () => adversary.sample(Float32Array.of(0)),
      () => adversary.discriminate(Float32Array.of(0)),
      () => adversary.gradientNorms(Float32Array.of(0)),
      () => adversary.weights("generator"),
      () => adversary.setWeights("generator", Float32Array.of(0, 0)),
    ];
    for (const ask of asked) {
      await expect(async () => ask()).rejects.toThrow("expected a live adversary, got one that was disposed");
    }
  });

  test.each<[string, (adversary: Adversary) => unknown, string]>([
    [
      "real samples",
      (a) => a.updateDiscriminator(new Float32Array(9)),
      "expected 8 numbers of real samples (1 seed × 8 × 1), got 9",
    ],
    ["weights", (a) => a.setWeights("generator", new Float32Array(3)), "expected 2 weights (1 seed × 2), got 3"],
    [
      "input",
      (a) => a.regress("generator", new Float32Array(0), new Float32Array(0)),
      "expected a multiple of 1 seed × 1 numbers of input, got 0",
    ],
    [
      "target",
      (a) => a.regress("generator", new Float32Array(4), new Float32Array(3)),
      "expected 4 numbers of target (1 seed × 4 × 1), got 3",
    ],
    ["latents", (a) => a.sample(new Float32Array(4), 3), "expected 3 numbers for samples of 1 features, got 4"],
  ])("says what was expected of %s of another length", async (_, ask, message) => {
    const adversary = await engine.create(small, [seed]);
    const before = await weights(adversary, "generator");
    await expect(async () => ask(adversary)).rejects.toThrow(message);
    expect(await weights(adversary, "generator")).toEqual(before);
  });
});

test("the four ways to keep gradients part within a few rounds", () => {
  const ends = Object.entries(games)
    .filter(([, { gradients }]) => gradients)
    .map(([, arm]) => {
      const hand = new ByHand(arm, { d: [0.5, 0], g: [0.5, 0] });
      for (let round = 0; round < rounds; round++) {
        hand.updateDiscriminator();
        hand.updateGenerator();
      }
      return hand.d[0].toFixed(3);
    });
  expect(new Set(ends).size).toBe(4);
});

async function weights(adversary: Adversary, player: Player): Promise<Pair> {
  const [slope, offset] = await adversary.weights(player);
  return [slope, offset];
}

function expectClose(ours: readonly number[], expected: readonly number[]): void {
  for (const [i, value] of expected.entries()) expect(ours[i]).toBeCloseTo(value, 5);
}
