import { expect, test } from "vitest";
import type { Verdict } from "../language/verdict.ts";
import { departuresOf } from "./departures.ts";
import type { Judgement } from "./judge.ts";

const control = (verdict: Verdict, what: string, seeds = 64) => ({ what, verdict, seeds, successes: 0 });
const judgement = (negative: Verdict, positive: Verdict, others: object = {}) =>
  ({
    claim: { id: "s/c" },
    kind: "rate",
    verdict: "reproduced",
    assertedRate: 0.5,
    seeds: 32,
    controls: { negative: control(negative, "sabotage"), positive: control(positive, "truth") },
    ...others,
  }) as unknown as Judgement;
const messagesOf = (one: Judgement) => departuresOf(one).map(({ message }) => message);

test("controls as they must be are no departure, whatever the verdict is", () => {
  for (const verdict of ["reproduced", "contradicted", "equivalent", "open"]) {
    expect(departuresOf(judgement("contradicted", "reproduced", { verdict }))).toEqual([]);
    expect(departuresOf(judgement("open", "reproduced", { verdict }))).toEqual([]);
  }
});

test("a negative control that is reproduced fails", () => {
  expect(departuresOf(judgement("reproduced", "reproduced"))).toEqual([
    {
      kind: "control",
      severity: "failure",
      id: "s/c",
      message:
        "s/c: expected its negative control (sabotage) not to be reproduced, which it was: the check cannot fail",
    },
  ]);
});

test("an arm against itself fails when it is decided either way", () => {
  const comparison = { comparison: {} };
  expect(messagesOf(judgement("contradicted", "reproduced", comparison))).toHaveLength(1);
  expect(messagesOf(judgement("open", "reproduced", comparison))).toEqual([]);
});

test("a positive control that is not reproduced fails once it had 64 seeds, and as many as its claim was decided on", () => {
  const line = "s/c: expected its positive control (truth) to be reproduced, got open: the check cannot succeed";
  expect(messagesOf(judgement("open", "open"))).toEqual([line]);
  expect(messagesOf(judgement("open", "open", { seeds: 128 }))).toEqual([]);
  expect(messagesOf(judgement("open", "open", { verdict: "open" }))).toEqual([]);
  expect(messagesOf(judgement("open", "contradicted", { verdict: "open" }))).toHaveLength(1);
});

test("what is not tested departs from nothing", () => {
  expect(departuresOf({ kind: "untested", claim: { id: "s/c" } } as Judgement)).toEqual([]);
});

test("a claim that could not be judged fails, with its id and the reason", () => {
  const { claim } = judgement("open", "reproduced");
  expect(departuresOf({ kind: "not judged", claim, reason: "no such metric" })).toEqual([
    { kind: "not judged", severity: "failure", id: "s/c", message: "s/c: not judged: no such metric" },
  ]);
});
