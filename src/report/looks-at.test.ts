import { expect, test } from "vitest";
import type { Claim, Measured, RateClaim } from "../language/claim.ts";
import { looksAt } from "./looks-at.ts";

test("the predicate's metric, for every arm once", () => {
  expect(looksAt(claim())).toEqual({ metric: "wasserstein1", arms: ["ten", "one"] });
});

test("the effect's metric goes before the predicate's", () => {
  const effect = { unit: "", of: (trial: Measured) => trial.end.sd! };
  expect(looksAt(claim({ effect }))).toMatchObject({ metric: "sd" });
});

test("the control's arms come last", () => {
  expect(looksAt(claim({ control: { what: "", for: "untrained" } }))).toMatchObject({
    arms: ["ten", "one", "untrained"],
  });
});

test("a predicate about a round in between looks at no metric at the end", () => {
  expect(looksAt(claim({ holds: (trial: Measured) => trial.at("sd", 500) > 1 }))).toBeUndefined();
});

test("an exact claim looks at no metric at the end", () => {
  expect(looksAt({ kind: "exact" } as Claim)).toBeUndefined();
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
