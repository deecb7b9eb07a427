import { afterAll, expect, test } from "vitest";
import type { GanArm } from "../../language/arm.ts";
import { dense, mixture, vary } from "../../language/describe.ts";
import { testArms } from "../conformance/arms.ts";
import { onGpu } from "../conformance/on-gpu.ts";
import type { Adversary } from "../engine.ts";
import { wasmEngine } from "../wasm/index.ts";
import { WebGpuAdversary } from "./adversary.ts";
import { closeDevice } from "./device.ts";

/** Small, because the kernel is recompiled for each number of threads, with all that a kernel can draw. */
const arm: GanArm = vary(testArms["a mixture"], {
  data: mixture([
    { weight: 0.5, mean: -1, sd: 0.5 },
    { weight: 0.5, mean: 2, sd: 0.1 },
  ]),
  latent: { kind: "normal", dimensions: 1, mean: 0, sd: 1 },
  generator: { layers: [dense(3, "tanh"), dense(1, "linear")] },
  discriminator: { layers: [dense(3, "sigmoid"), dense(1, "sigmoid")] },
  schedule: { batch: 37 },
  record: { metrics: ["discriminatorLoss"] },
});

afterAll(closeDevice);

onGpu((device) => {
  const create = (seeds: readonly number[], threads?: number, changed = arm) =>
    WebGpuAdversary.create(device(), changed, seeds, { host: wasmEngine, threads });

  test("a seed alone and among 64 gives the same bits, losses as well", async () => {
    const others = Array.from({ length: 64 }, (_, i) => i + 1);
    const [alone, among] = [await create([37]), await create(others)];
    for (const adversary of [alone, among]) play(adversary, 20);
    const [one, all] = [await outcome(alone), await outcome(among)];
    expect(partsOf(all, 36, 64)).toEqual(partsOf(one, 0, 1));
    expect(partsOf(all, 35, 64)).not.toEqual(partsOf(one, 0, 1));
  });

  test("16, 32 and 64 threads give the same bits", async () => {
    const outcomes = [];
    for (const threads of [16, 32, 64]) {
      const adversary = await create([1, 2], threads);
      play(adversary, 20);
      outcomes.push(await outcome(adversary));
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test("updates one by one and all in one dispatch give the same bits", async () => {
    const [oneByOne, atOnce] = [await create([1, 2]), await create([1, 2])];
    for (let update = 0; update < 10; update++) {
      play(oneByOne, 1);
      await oneByOne.settle();
    }
    play(atOnce, 10);
    expect(await outcome(oneByOne)).toEqual(await outcome(atOnce));
  });

  test("measuring changes nothing", async () => {
    const [measured, unmeasured] = [await create([1, 2]), await create([1, 2])];
    for (let step = 0; step < 5; step++) {
      for (const adversary of [measured, unmeasured]) play(adversary, 1);
      await measured.sample(new Float32Array(300));
      await measured.discriminate(new Float32Array(7));
      await measured.gradientNorms(new Float32Array(9));
    }
    expect(await outcome(measured)).toEqual(await outcome(unmeasured));
  });

  test("a seed that diverges keeps its infinities and NaNs to itself, and shows them", async () => {
    const [spoilt, sound] = [await create([1, 2, 3]), await create([1, 2, 3])];
    const weights = await spoilt.weights("generator");
    const P = weights.length / 3;
    weights.fill(3e38, P, 2 * P);
    spoilt.setWeights("generator", weights);
    for (const adversary of [spoilt, sound]) play(adversary, 20);
    const [theirs, ours] = [await outcome(spoilt), await outcome(sound)];
    for (const s of [0, 2]) expect(partsOf(theirs, s, 3)).toEqual(partsOf(ours, s, 3));
    const [generator, discriminator, lossOfD] = partsOf(theirs, 1, 3);
    expect([...generator, ...discriminator].every(Number.isFinite)).toBe(false);
    expect(lossOfD[0]).toBeNaN();
  });

  test("an absurd step size ends in weights that are not finite", async () => {
    const adam = { kind: "adam", stepSize: 1e38, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
    const optimizer = { ...adam, epsilonForm: "standard" } as const;
    const absurd = vary(arm, { optimizer: { generator: optimizer, discriminator: optimizer } });
    const adversary = await create([1], undefined, absurd);
    play(adversary, 40);
    const [generator, discriminator] = await outcome(adversary);
    expect([...generator, ...discriminator].every(Number.isFinite)).toBe(false);
  });

  test("the card evaluates like the host, rows that are shared or each seed's own, without dropout", async () => {
    const rich = vary(arm, {
      latent: { dimensions: 3 },
      generator: { layers: [dense(5, "relu"), dense(2, "tanh")], scale: 5, shift: 1, clamp: [-3, 4] },
      discriminator: { layers: [{ ...dense(6, "leaky-relu"), dropout: 0.5 }, dense(1, "sigmoid")] },
    });
    const [onCard, onHost] = await Promise.all(
      [true, false].map((evaluatesOnGpu) =>
        WebGpuAdversary.create(device(), rich, [1, 2, 3], { host: wasmEngine, evaluatesOnGpu }),
      ),
    );
    for (const adversary of [onCard, onHost]) play(adversary, 2);
    const latents = Float32Array.from({ length: 3 * 300 }, (_, i) => (i % 97) / 20 - 2);
    const samples = [await onCard.sample(latents), await onHost.sample(latents)];
    // Outputs of up to 4 have a last bit of 5e-7.
    expect(largestDifference(samples[0], samples[1])).toBeLessThan(5e-6);
    const own = [await onCard.discriminate(samples[1], 300), await onHost.discriminate(samples[1], 300)];
    expect(largestDifference(own[0], own[1])).toBeLessThan(1e-6);
    expect((await onCard.sample(new Float32Array())).length).toBe(0);
  });

  test("a lost seed's samples are NaN on the card, whatever its activations make of NaN", async () => {
    const adversary = await WebGpuAdversary.create(device(), arm, [1, 2, 3], {
      host: wasmEngine,
      evaluatesOnGpu: true,
    });
    const weights = await adversary.weights("generator");
    weights[weights.length / 3] = Number.NaN;
    adversary.setWeights("generator", weights);
    const samples = await adversary.sample(new Float32Array(100));
    expect([...samples].map(Number.isNaN)).toEqual([...samples].map((_, i) => i >= 100 && i < 200));
  });

  test("networks that exceed a workgroup's memory are rejected, and the message names the engine to use", async () => {
    const wide = vary(arm, { discriminator: { layers: [dense(1024, "relu"), dense(1, "sigmoid")] } });
    await expect(create([1], undefined, wide)).rejects.toThrow(
      /expected networks that fit \d+ bytes of a workgroup's memory, got \d+ \(.*1-1024-1\); use the engine wasm/,
    );
  });

  test("more seeds than there is room for are rejected", async () => {
    const many = Array.from({ length: 5e6 }, (_, i) => i + 1);
    await expect(create(many)).rejects.toThrow(/expected at most \d+ seeds at once/);
  });

  test("cannot be used once disposed", async () => {
    const adversary = await create([1]);
    adversary.dispose();
    expect(() => adversary.updateGenerator()).toThrow("disposed");
    await expect(adversary.weights("generator")).rejects.toThrow("disposed");
  });
});

function play(adversary: Adversary, updates: number): void {
  for (let update = 0; update < updates; update++) {
    adversary.updateDiscriminator();
    adversary.updateGenerator();
  }
}

type Outcome = readonly [generator: Float32Array, discriminator: Float32Array, ofD: Float64Array, ofG: Float64Array];

async function outcome(adversary: Adversary): Promise<Outcome> {
  const { discriminator, generator } = await adversary.losses();
  return [await adversary.weights("generator"), await adversary.weights("discriminator"), discriminator, generator];
}

function largestDifference(ours: Float32Array, theirs: Float32Array): number {
  expect(ours.length).toBe(theirs.length);
  return ours.reduce((largest, x, i) => Math.max(largest, Math.abs(x - theirs[i])), 0);
}

/** What belongs to the seed at index s. */
const partsOf = (all: Outcome, s: number, seeds: number) =>
  all.map((numbers) => numbers.slice((s * numbers.length) / seeds, ((s + 1) * numbers.length) / seeds));
