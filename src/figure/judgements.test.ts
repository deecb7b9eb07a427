import { expect, test } from "vitest";
import type { Judgement } from "../study/judge.ts";
import { byClaim, countOf } from "./judgements.ts";

const judgement = (id: string, kind: "rate" | "exact") =>
  ({ kind, claim: { id, kind }, successes: 5, seeds: 6 }) as Judgement;
const judgements = byClaim([judgement("s/works", "rate"), judgement("s/is-true", "exact")]);

test("a title counts what the verdict counted", () => {
  expect(countOf(judgements, "s/works")).toMatchObject({ successes: 5, seeds: 6 });
});

test("a misspelt claim in a figure is told with those that were judged", () => {
  expect(() => countOf(judgements, "s/work")).toThrow(
    'expected a claim that was judged (s/works, s/is-true), got "s/work"',
  );
});

test("a claim of algebra has no count", () => {
  expect(() => countOf(judgements, "s/is-true")).toThrow("expected a claim about a rate over seeds");
});
