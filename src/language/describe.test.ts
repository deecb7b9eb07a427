import { expect, test } from "vitest";
import type { Optimizer } from "./arm.ts";
import { adam, vary } from "./describe.ts";

test("vary merges nested settings and leaves the base alone", () => {
  const base = { schedule: { rounds: 3000, batch: 64 }, loss: "non-saturating" };
  const varied = vary(base, { schedule: { rounds: 10 } });
  expect(varied).toEqual({ schedule: { rounds: 10, batch: 64 }, loss: "non-saturating" });
  expect(base.schedule.rounds).toBe(3000);
});

test("vary replaces arrays whole", () => {
  expect(vary({ rounds: [1, 2, 3] }, { rounds: [9] })).toEqual({ rounds: [9] });
});

test("vary replaces settings of another kind whole, and leaves nothing of the old kind behind", () => {
  const base = { optimizer: adam({ stepSize: 1e-3 }) as Optimizer };
  expect(vary(base, { optimizer: { kind: "sgd", stepSize: 0.1 } })).toEqual({
    optimizer: { kind: "sgd", stepSize: 0.1 },
  });
  expect(vary(base, { optimizer: { kind: "adam", beta1: 0.5 } })).toEqual({
    optimizer: adam({ stepSize: 1e-3, beta1: 0.5 }),
  });
});

test("Adam's defaults are those of Kingma and Ba 2015", () => {
  expect(adam({ stepSize: 1e-3 })).toEqual({
    kind: "adam",
    stepSize: 1e-3,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    epsilonForm: "standard",
  });
});
