import { expect, test } from "vitest";
import type { Claim, Measured, RateClaim } from "../language/claim.ts";
import { dotsOf } from "./dots-of-claim.ts";

test("the predicate's metric, for every arm once", () => {
  expect(dotsOf(claim())).toEqual({ metric: "wasserstein1", arms: ["ten", "one"] });
});

test("the effect's metric goes before the predicate's", () => {
  const effect = { unit: "", of: (trial: Measured) => trial.end.sd! };
  expect(dotsOf(claim({ effect }))).toMatchObject({ metric: "sd" });
});

test("the control's arms come last", () => {
  expect(dotsOf(claim({ control: { what: "", for: "untrained" } }))).toMatchObject({
    arms: ["ten", "one", "untrained"],
  });
});

test("a predicate about a round in between has no dots", () => {
  expect(dotsOf(claim({ holds: (trial: Measured) => trial.at("sd", 500) > 1 }))).toBeUndefined();
});

test("an exact claim has no dots", () => {
  expect(dotsOf({ kind: "exact" } as Claim)).toBeUndefined();
});

const claim = (changes: Partial<RateClaim> = {}): Claim => ({
  id: "source/claim",
  kind: "rate",
  quote: "",
  at: "",
  hypothesis: "",
  for: ["ten", "one"],
  holds: (ten: Measured, one: Measured) => ten.end.wasserstein1! < one.end.wasserstein1!,
  atLeast: 0.5,
  control: { what: "ten against ten", for: ["ten", "ten"] },
  expected: { quick: "reproduced", full: "reproduced" },
  ...changes,
});
