import { expect, test } from "vitest";
import { notTested, sayings, verdicts, verdictWord } from "./verdict.ts";

test("only what a source states or implies is reproduced or contradicted, ours holds or does not", () => {
  const words = (says: (typeof sayings)[number]) => verdicts.map((verdict) => verdictWord(verdict, says));
  expect(words("states")).toEqual(["reproduced", "contradicted", "no difference that matters", "open"]);
  expect(words("implies")).toEqual(words("states"));
  expect(words("ours")).toEqual(["holds", "does not hold", "no difference that matters", "open"]);
});

test("words of different verdicts differ for whoever says it, and from that of a claim without one", () => {
  for (const says of sayings) {
    const words = [...verdicts.map((verdict) => verdictWord(verdict, says)), notTested];
    expect(new Set(words).size).toBe(verdicts.length + 1);
  }
});
