import { expect, test } from "vitest";
import type { Measured } from "../../src/language/claim.ts";
import type { SlideArm } from "./arms.ts";
import type { Told } from "./claims/measures.ts";
import { atOtherStepSizes } from "./step-size.ts";

/** A run in which a trial's Fréchet distance at iteration 1,000 is given by its arm and seed; what it ends with must not matter. */
const runOf = (seeds: number, distance: (arm: SlideArm, seed: number) => number): Told =>
  ({
    values: (arms: readonly SlideArm[], of: (...trials: readonly Measured[]) => number) =>
      Array.from({ length: seeds }, (_, seed) => of(...arms.map((arm) => trialOf(distance(arm, seed), seed)))),
  }) as unknown as Told;

const trialOf = (early: number, seed: number): Measured => ({
  seed,
  end: { frechet: -1 } as unknown as Measured["end"],
  at: (_, round) => (round === 1000 ? early : Number.NaN),
});

const arms = ["tanh, Adam", "sigmoid, Adam"] as const;
const better = (a: Measured, b: Measured) => a.end.frechet < b.end.frechet;

test("a claim that holds on all seeds at one step size and on none at the other depends on it", () => {
  const run = runOf(6, (arm) => ({ "tanh, Adam": 1, "sigmoid, Adam": 2, "tanh, Adam 0.001": 2 })[arm as string] ?? 1);
  expect(atOtherStepSizes(run, arms, better)).toBe(
    "At iteration 1,000 it holds on 6 of 6 seeds, with the other step sizes on 0: it depends on the step size.",
  );
});

test("five seeds that change sides are too few: chance alone does as much in 1 of 16 cases", () => {
  const run = runOf(5, (arm) => ({ "tanh, Adam": 1, "sigmoid, Adam": 2, "tanh, Adam 0.001": 2 })[arm as string] ?? 1);
  expect(atOtherStepSizes(run, arms, better)).toBe(
    "At iteration 1,000 it holds on 5 of 5 seeds, with the other step sizes on 0.",
  );
});

test("a claim that holds less often at the other step size, but still often enough, does not depend on it", () => {
  const run = runOf(20, (arm, seed) => (arm === "tanh, Adam 0.001" && seed < 8 ? 3 : arm.startsWith("tanh") ? 1 : 2));
  expect(atOtherStepSizes(run, arms, better)).toBe(
    "At iteration 1,000 it holds on 20 of 20 seeds, with the other step sizes on 12.",
  );
});
