import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { dense, vary } from "../../language/describe.ts";
import { part } from "../by-seed.ts";
import { notebook, testArms } from "../conformance/arms.ts";
import type { Adversary, Player } from "../engine.ts";
import { wasmEngine } from "./index.ts";

const players: readonly Player[] = ["generator", "discriminator"];

test("50 rounds of the notebook from seed 1 end in these bits, on every machine", async () => {
  const adversary = await wasmEngine.create(notebook, [1]);
  for (let round = 0; round < 50; round++) {
    for (let step = 0; step < notebook.schedule.discriminatorSteps; step++) adversary.updateDiscriminator();
    adversary.updateGenerator();
  }
  expect(await digest(adversary)).toBe("45659ace4065c4935176a650b946d623803db49667a7ba64720448b84254ffc2");
});

async function digest(adversary: Adversary): Promise<string> {
  const hash = createHash("sha256");
  for (const player of players) hash.update(new Uint8Array((await adversary.weights(player)).buffer));
  return hash.digest("hex");
}

test.each(["the notebook", "dropout", "a batch of 37 in several dimensions"])(
  "an ensemble of %s is its single trials, to the bit",
  async (name) => {
    const ensemble = await wasmEngine.create(testArms[name], [5, 1, 9]);
    play(ensemble);
    for (const [s, seed] of [5, 1, 9].entries()) {
      const alone = await wasmEngine.create(testArms[name], [seed]);
      play(alone);
      for (const player of players) {
        const ofSeed = part(await ensemble.weights(player), s, 3);
        expect(ofSeed).toEqual(await alone.weights(player));
      }
    }
  },
);

test("measuring changes nothing", async () => {
  const measured = await wasmEngine.create(notebook, [1]);
  const unmeasured = await wasmEngine.create(notebook, [1]);
  for (let step = 0; step < 5; step++) {
    for (const adversary of [measured, unmeasured]) play(adversary);
    await measured.sample(new Float32Array(300));
    await measured.discriminate(new Float32Array(7));
    await measured.gradientNorms(new Float32Array(9));
  }
  expect(await digest(measured)).toBe(await digest(unmeasured));
});

test("samples do not depend on what else is asked for", async () => {
  const adversary = await wasmEngine.create(notebook, [1, 2]);
  const latents = Float32Array.from({ length: 600 }, (_, i) => i / 600);
  const together = await adversary.sample(latents);
  const few = await adversary.sample(latents.subarray(255, 260));
  expect(few.subarray(0, 5)).toEqual(together.subarray(255, 260));
  expect(few.subarray(5)).toEqual(together.subarray(855, 860));
});

test("takes samples of each seed's own when told how many there are", async () => {
  const adversary = await wasmEngine.create(notebook, [1, 2]);
  const latents = Float32Array.of(0.1, 0.2, 0.3, 0.4);
  const own = await adversary.sample(latents, 2);
  const first = await adversary.sample(latents.subarray(0, 2));
  const second = await adversary.sample(latents.subarray(2));
  expect([...own]).toEqual([...first.subarray(0, 2), ...second.subarray(2)]);
});

test("a discriminator outside its clamp gives the generator no gradient at all", async () => {
  const arm = vary(notebook, { discriminator: { layers: [dense(1, "tanh")], clamp: [0.01, 0.99] } });
  const adversary = await wasmEngine.create(arm, [1]);
  adversary.setWeights("discriminator", Float32Array.of(0, -1)); // tanh(−1) lies below 0.01
  const { nonSaturating, saturating } = await adversary.gradientNorms(new Float32Array(16));
  expect([nonSaturating[0], saturating[0]]).toEqual([0, 0]);
});

test("gradient passes where the output is on the bound itself", async () => {
  const arm = vary(notebook, {
    discriminator: { layers: [dense(1, "linear")], clamp: [0.25, 0.75] },
    generator: { layers: [dense(1, "linear")] },
  });
  const adversary = await wasmEngine.create(arm, [1]);
  adversary.setWeights("generator", Float32Array.of(1, 0));
  adversary.setWeights("discriminator", Float32Array.of(1, 0.25)); // D(G(0)) = 0.25
  // d(−log D)/d(bias of G) = −1/D · weight of D = −4, and the latent 0 gives the kernel nothing.
  expect((await adversary.gradientNorms(new Float32Array(1))).nonSaturating[0]).toBe(4);
});

test("NaN among the weights shows in the samples", async () => {
  for (const name of ["the notebook", "relu networks", "scaled and clamped outputs"]) {
    const adversary = await wasmEngine.create(testArms[name], [1]);
    const weights = await adversary.weights("generator");
    adversary.setWeights("generator", weights.fill(Number.NaN));
    const [x] = await adversary.sample(Float32Array.of(0.5));
    expect(x).toBeNaN();
  }
});

test("weights of the wrong length are rejected", async () => {
  const adversary = await wasmEngine.create(notebook, [1, 2]);
  expect(() => adversary.setWeights("generator", new Float32Array(461))).toThrow(
    "expected 922 weights (2 seeds × 461), got 461",
  );
});

test("the wrong number of real samples is rejected", async () => {
  const adversary = await wasmEngine.create(notebook, [1, 2]);
  expect(() => adversary.updateDiscriminator(new Float32Array(64))).toThrow(RangeError);
});

test("cannot be used once disposed", async () => {
  const adversary = await wasmEngine.create(notebook, [1]);
  adversary.dispose();
  expect(() => adversary.updateGenerator()).toThrow("disposed");
});

function play(adversary: Adversary): void {
  for (let update = 0; update < 5; update++) {
    adversary.updateDiscriminator();
    adversary.updateGenerator();
  }
}
