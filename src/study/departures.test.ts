import { expect, test } from "vitest";
import type { Verdict } from "../statistics/verdict.ts";
import { departuresOf } from "./departures.ts";
import type { Judgement } from "./judge.ts";

const judgement = (verdict: Verdict, expected: Verdict, control: Verdict = "contradicted") =>
  ({
    claim: { id: "s/c", expected: { quick: expected, full: expected } },
    kind: "rate",
    verdict,
    control: { what: "sabotage", verdict: control },
  }) as unknown as Judgement;

const registered = { profile: "quick", asRegistered: true } as const;
const elsewhere = { profile: "quick", asRegistered: false } as const;

test("the registered verdict is no departure", () => {
  expect(departuresOf(judgement("contradicted", "contradicted"), registered)).toEqual([]);
});

test("any other verdict fails where it was registered", () => {
  expect(departuresOf(judgement("inconclusive", "reproduced"), registered)).toEqual([
    {
      kind: "verdict",
      severity: "failure",
      id: "s/c",
      message: "s/c: expected reproduced (registered for quick), got inconclusive",
    },
  ]);
});

test("elsewhere a verdict may weaken or firm up with a warning, but not turn", () => {
  expect(departuresOf(judgement("inconclusive", "reproduced"), elsewhere)[0].severity).toBe("warning");
  expect(departuresOf(judgement("reproduced", "inconclusive"), elsewhere)[0].severity).toBe("warning");
  expect(departuresOf(judgement("contradicted", "reproduced"), elsewhere)[0].severity).toBe("failure");
});

test("a control that is reproduced fails everywhere", () => {
  for (const conditions of [registered, elsewhere]) {
    const departures = departuresOf(judgement("reproduced", "reproduced", "reproduced"), conditions);
    expect(departures.map(({ severity }) => severity)).toEqual(["failure"]);
  }
});

test("a claim that could not be judged fails everywhere, with its id and the reason", () => {
  const { claim } = judgement("reproduced", "reproduced");
  for (const conditions of [registered, elsewhere]) {
    expect(departuresOf({ kind: "not judged", claim, reason: "no such metric" }, conditions)).toEqual([
      { kind: "not judged", severity: "failure", id: "s/c", message: "s/c: not judged: no such metric" },
    ]);
  }
});
