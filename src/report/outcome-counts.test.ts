import { expect, test } from "vitest";
import { exactClaim, rateClaim } from "./fixture.ts";
import { outcomeLines } from "./outcome-counts.ts";

test("what documents say and what is asked besides are counted apart, in their own words", () => {
  const claims = [
    { ...exactClaim("a"), says: "states" as const },
    { ...exactClaim("b"), says: "ours" as const },
    { ...rateClaim("c", { pattern: "-" }), says: "implies" as const },
    { ...rateClaim("d", { pattern: "-" }), says: "ours" as const },
  ];
  expect(outcomeLines(claims)).toEqual([
    "2 claims of documents: 1 reproduced, 1 contradicted",
    "2 questions of ours: 1 holds, 1 does not hold",
  ]);
  expect(outcomeLines([])).toEqual([]);
});
