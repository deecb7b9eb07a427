import { describe, expect, test } from "vitest";
import type { GanArm, GradientBookkeeping } from "../language/arm.ts";
import { dense, gan, momentum, normal, vary } from "../language/describe.ts";
import { testArms } from "./conformance/arms.ts";
import { engineNamed } from "./named.ts";

// The slides' sum, on a network small enough to do by hand: D(x) = σ(w x + b), G(z) = v z + c, and data and latents that
// are always the same, x = 2 and z = 1.

const [x, z, stepSize] = [2, 1, 0.1];
const one = { layers: [dense(1, "linear", { kind: "normal", sd: 0.5 })] };
const arm = (gradients?: GradientBookkeeping): GanArm =>
  gan({
    data: normal({ mean: x, sd: 0 }),
    latent: { kind: "normal", dimensions: 1, mean: z, sd: 0 },
    generator: one,
    discriminator: one,
    optimizer: { generator: { kind: "sgd", stepSize }, discriminator: { kind: "sgd", stepSize } },
    generatorLoss: "non-saturating",
    gradients,
    schedule: { rounds: 0, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
    record: { metrics: [], rounds: [] },
  });

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** Weights (w, b) and (v, c) after `rounds` rounds, the buffers kept as the slide says. */
function byHand(start: { d: number[]; g: number[] }, rounds: number, books: GradientBookkeeping) {
  let [[w, b], [v, c]] = [start.d, start.g];
  let [dw, db, dv, dc] = [0, 0, 0, 0];
  for (let t = 0; t < rounds; t++) {
    const fake = v * z + c;
    const [real, judged] = [sigmoid(w * x + b), sigmoid(w * fake + b)];
    // d(D loss)/dw: −log D(x) − log(1 − D(G(z)))
    dw += (real - 1) * x + judged * fake;
    db += real - 1 + judged;
    [w, b] = [w - stepSize * dw, b - stepSize * db];
    if (books.isZeroed) [dw, db] = [0, 0];
    // d(G loss)/dv: −log D(G(z)), and what it leaves in D's buffers
    const error = sigmoid(w * fake + b) - 1;
    dv += error * w * z;
    dc += error * w;
    if (books.hasCrossTalk) [dw, db] = [dw + error * fake, db + error];
    [v, c] = [v - stepSize * dv, c - stepSize * dc];
    if (books.isZeroed) [dv, dc] = [0, 0];
  }
  return { d: [w, b], g: [v, c] };
}

const ways: readonly [string, GradientBookkeeping][] = [
  ["weird: never zeroed, with cross-talk", { isZeroed: false, hasCrossTalk: true }],
  ["never zeroed, without cross-talk", { isZeroed: false, hasCrossTalk: false }],
  ["cross-talk alone", { isZeroed: true, hasCrossTalk: true }],
  ["zeroed, as usual", { isZeroed: true, hasCrossTalk: false }],
];

describe.each(["wasm", "reference", "tfjs:cpu"])("%s", async (name) => {
  const engine = await engineNamed(name);
  const after = async (played: GanArm, rounds: number) => {
    const adversary = await engine.create(played, [1]);
    for (let round = 0; round < rounds; round++) {
      adversary.updateDiscriminator();
      adversary.updateGenerator();
    }
    return { d: [...(await adversary.weights("discriminator"))], g: [...(await adversary.weights("generator"))] };
  };

  test.each(ways)("%s: the slide's sums", async (_, books) => {
    const start = await after(arm(books), 0);
    const [ours, expected] = [await after(arm(books), 7), byHand(start, 7, books)];
    for (const player of ["d", "g"] as const) {
      for (const i of [0, 1]) expect(ours[player][i]).toBeCloseTo(expected[player][i], 5);
    }
  });

  test("the four ways part within a few rounds", async () => {
    const ends = await Promise.all(ways.map(async ([, books]) => (await after(arm(books), 7)).d[0]));
    expect(new Set(ends.map((end) => end.toFixed(3))).size).toBe(4);
  });

  test("zeroed buffers are no books at all, to the bit", async () => {
    expect(await after(arm({ isZeroed: true, hasCrossTalk: false }), 7)).toEqual(await after(arm(), 7));
  });

  test("never zeroed and without cross-talk is momentum with ρ = 1, to the bit", async () => {
    const kept = testArms["gradients that are never zeroed"];
    const heavy = (rho: number): GanArm => {
      const optimizer = momentum({ stepSize: 0.01, momentum: rho });
      return vary({ ...kept, gradients: undefined }, { optimizer: { generator: optimizer, discriminator: optimizer } });
    };
    expect(await after(kept, 20)).toEqual(await after(heavy(1), 20));
    expect(await after(kept, 20)).not.toEqual(await after(heavy(0.999), 20));
  });
});
