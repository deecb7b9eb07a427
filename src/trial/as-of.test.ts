import { expect, test } from "vitest";
import type { GanArm } from "../language/arm.ts";
import { dense, gan, normal, uniformLatent } from "../language/describe.ts";
import { asOf } from "./as-of.ts";
import type { Trial } from "./trial.ts";

const one = { layers: [dense(1, "linear")] };
const arm: GanArm = gan({
  data: normal({ mean: 0, sd: 1 }),
  latent: uniformLatent(),
  generator: one,
  discriminator: one,
  optimizer: { generator: { kind: "sgd", stepSize: 0.1 }, discriminator: { kind: "sgd", stepSize: 0.1 } },
  generatorLoss: "non-saturating",
  schedule: { rounds: 30, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
  record: { metrics: ["sd"], rounds: [10, 20] },
});
const trial = (sd: number[], state: Trial["state"]): Trial => ({
  arm,
  seed: 1,
  engine: "wasm",
  state,
  rounds: Float64Array.of(10, 20, 30),
  curves: { sd: Float64Array.from(sd) },
  end: { sd: sd[2] },
  arrays: {},
  digest: "",
  seconds: 1,
});

test("a trial as of an earlier round ends there", () => {
  const early = asOf(trial([3, 2, 1], "trained"), 20);
  expect([...early.rounds]).toEqual([10, 20]);
  expect([...early.curves.sd]).toEqual([3, 2]);
  expect(early.end).toEqual({ sd: 2 });
});

test.each([
  { sd: [1, 1, 0.001], was: "trained", end: "dead" },
  { sd: [1, 0.001, 1], was: "dead", end: "trained" },
  { sd: [1, 1, Number.NaN], was: "trained", end: "diverged" },
  { sd: [1, Number.NaN, 1], was: "diverged", end: "diverged" },
] as const)("of deviations $sd it was $was at the second record", ({ sd, was, end }) => {
  expect(asOf(trial([...sd], end), 20).state).toBe(was);
});

test("a trial that ended by then is unchanged; one without a record of that round is an error", () => {
  const whole = trial([1, 1, 1], "trained");
  expect(asOf(whole, 30)).toBe(whole);
  expect(() => asOf(whole, 15)).toThrow("expected a record of round 15, got 10, 20, 30");
});
