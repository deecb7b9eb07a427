import { expect, test } from "vitest";
import { base, inPlane } from "../registration.fixture.ts";
import { registrationOf } from "./registration-of.ts";

const claim = {
  id: "s/is-near",
  kind: "rate",
  for: ["a", "b"],
  atLeast: 0.75,
  controls: { negative: { for: "c" }, positive: [{ for: "a" }] },
};
const arms = { a: base, b: inPlane, c: { ...base, latent: inPlane.latent }, d: base };
const given = { claim, arms, code: "claim ( )", cap: 64, rule: "gandy-2009/0.025/256" };
const { hash } = registrationOf(given);

test("a registration names the arms of the claim and of its controls, and has a SHA-256", () => {
  expect(registrationOf(given)).toEqual({
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    claim: "s/is-near",
    version: 1,
    arms: ["a", "b", "c"],
    rule: given.rule,
    cap: 64,
  });
});

const longer = { ...base, schedule: { ...base.schedule, rounds: base.schedule.rounds + 1 } };
test.each([
  ["an arm's setting", { arms: { ...arms, a: longer } }],
  ["the setting of a control's arm", { arms: { ...arms, c: longer } }],
  ["the rate", { claim: { ...claim, atLeast: 0.8 } }],
  ["the version", { claim: { ...claim, version: 2 } }],
  ["the kind", { claim: { ...claim, kind: "statistic" } }],
  ["the code", { code: "claim ( 1 )" }],
  ["the cap", { cap: 128 }],
  ["the rule", { rule: "gandy-2009/0.05/256" }],
])("%s is part of it", (_, changed) => {
  expect(registrationOf({ ...given, ...changed }).hash).not.toBe(hash);
});

test.each([
  ["an arm that the claim does not name", { arms: { ...arms, d: longer } }],
  ["the order of an arm's settings", { arms: { ...arms, a: Object.fromEntries(Object.entries(base).reverse()) } }],
])("%s is no part of it", (_, changed) => {
  expect(registrationOf({ ...given, ...(changed as object) }).hash).toBe(hash);
});

test("an arm that there is not is an error that names it", () => {
  expect(() => registrationOf({ ...given, arms: { a: base } })).toThrow(
    's/is-near: expected arms of its source, got "b"',
  );
});
