import { expect, test } from "vitest";
import { referenceEngine } from "../engine/reference/index.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { adam, dense, gan, normal, uniformLatent, vary } from "../language/describe.ts";
import { train } from "./train.ts";

const layers = [dense(6, "sigmoid"), dense(1, "sigmoid")];
const optimizer = adam({ stepSize: 0.01 });
const arm = gan({
  data: normal({ mean: 0.3, sd: 0.1 }),
  latent: uniformLatent(),
  generator: { layers },
  discriminator: { layers },
  optimizer: { generator: optimizer, discriminator: optimizer },
  generatorLoss: "non-saturating",
  schedule: { rounds: 40, discriminatorSteps: 2, generatorSteps: 1, batch: 32 },
  record: { metrics: ["wasserstein1", "gradientRatio"], rounds: [0, 10, 40] },
});
const weightsOf = async (changed: typeof arm, seeds = [1]) =>
  (await train(changed, seeds, wasmEngine)).map(({ arrays }) => arrays);

test("metrics are recorded at the rounds asked for, and the end is the last of them", async () => {
  const [{ rounds, curves, end, finite }] = await train(arm, [1], wasmEngine);
  expect([...rounds]).toEqual([0, 10, 40]);
  expect(curves.wasserstein1).toHaveLength(3);
  expect(end.wasserstein1).toBe(curves.wasserstein1[2]);
  expect(finite).toBe(true);
});

test("looking at a trial does not change it", async () => {
  const often = vary(arm, {
    record: {
      metrics: ["wasserstein1", "gradientRatio", "monotone"] as const,
      rounds: Array.from({ length: 41 }, (_, i) => i),
      film: { rounds: [0, 20, 40], points: 50, x: [0, 1] as const },
    },
  });
  const [[looked], [plain]] = [await weightsOf(often), await weightsOf(arm)];
  expect(looked["weights.generator"]).toEqual(plain["weights.generator"]);
  expect(looked["frames.generator"].shape).toEqual([3, 50]);
});

test("arms of one seed share initial weights and noise; other seeds do not", async () => {
  const untrained = vary(arm, { schedule: { rounds: 0 } });
  const [ours] = await weightsOf(untrained);
  const [saturating] = await weightsOf(vary(untrained, { generatorLoss: "saturating" as const }));
  const [other] = await weightsOf(untrained, [2]);
  expect(saturating["weights.generator"]).toEqual(ours["weights.generator"]);
  expect(other["weights.generator"]).not.toEqual(ours["weights.generator"]);
});

test("a generator that is never updated stays as it was, while the discriminator learns", async () => {
  const [before] = await weightsOf(vary(arm, { schedule: { rounds: 0 } }));
  const [after] = await weightsOf(vary(arm, { schedule: { generatorSteps: 0 } }));
  expect(after["weights.generator"]).toEqual(before["weights.generator"]);
  expect(after["weights.discriminator"]).not.toEqual(before["weights.discriminator"]);
});

test("regression brings the generator to the quantile function", async () => {
  const untrained = vary(arm, { schedule: { rounds: 0 } });
  const fitted = vary(untrained, {
    pretraining: { target: { kind: "quantile-function" }, updates: 2000, batch: 32 },
  });
  const [[before], [after]] = [await train(untrained, [1], wasmEngine), await train(fitted, [1], wasmEngine)];
  expect(before.end.wasserstein1).toBeGreaterThan(1);
  expect(after.end.wasserstein1).toBeLessThan(0.2);
});

test("regression to another arm's generator is measured against that generator", async () => {
  const pupil = vary(arm, {
    schedule: { rounds: 0 },
    pretraining: { target: { kind: "generator-of", arm }, updates: 2000, batch: 32 },
  });
  const [[teacher], [learnt]] = [await train(arm, [1], wasmEngine), await train(pupil, [1], wasmEngine)];
  expect(teacher.end.wasserstein1).toBeGreaterThan(0.5);
  expect(learnt.end.wasserstein1).toBeLessThan(0.1);
});

test("the plain JavaScript engine is led to the same place", async () => {
  const [wasm] = await train(arm, [3], wasmEngine);
  const [reference] = await train(arm, [3], referenceEngine);
  // 40 rounds of float32 against float64: rounding, not chaos
  expect(reference.end.wasserstein1).toBeCloseTo(wasm.end.wasserstein1, 3);
});

test("an averaged metric ends as the mean of what was recorded from a round on, the others as they ended", async () => {
  const metrics = ["wasserstein1", "sd"] as const;
  const averaged = { metrics: ["wasserstein1"], from: 20 } as const;
  const [{ curves, end }] = await train(
    vary(arm, { record: { metrics, rounds: [0, 10, 20, 40], averaged } }),
    [1],
    wasmEngine,
  );
  expect(end.wasserstein1).toBe((curves.wasserstein1[2] + curves.wasserstein1[3]) / 2);
  expect(end.sd).toBe(curves.sd[3]);
});

test("losses are means between the records, and lack only before the first update", async () => {
  const metrics = ["discriminatorLoss", "generatorLoss"] as const;
  const [{ curves, finite }] = await train(vary(arm, { record: { metrics, rounds: [0, 1, 40] } }), [1], wasmEngine);
  expect([...curves.discriminatorLoss].map(Number.isNaN)).toEqual([true, false, false]);
  // Both players start undecided: 2 ln 2, and ln 2 for the generator.
  expect(curves.discriminatorLoss[1]).toBeCloseTo(2 * Math.LN2, 0);
  expect(finite).toBe(true);
});
