import { createElement } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { rateClaim, results } from "./fixture.ts";
import { ThresholdVerdicts, thresholdSentence } from "./threshold.tsx";

const claim = results.claims[0];

test("in which range of bounds the verdict stands, and what it is beyond", () => {
  if (claim.kind !== "rate" || !claim.threshold) throw new Error("expected a claim with a threshold");
  expect(thresholdSentence(claim, claim.threshold)).toBe(
    "The bound, mean distance below 0.5, is ours. The verdict stands for bounds from 0.25 on; for others: contradicted up to 0.1, open from 0.1 to 0.25.",
  );
  // A value of a trial ends a range: "below 0.25" still leaves that trial out.
  expect(thresholdSentence(claim, { ...claim.threshold, bound: 0.25 })).toContain(
    "stands for bounds from 0.1 to 0.25;",
  );
  expect(thresholdSentence(claim, { ...claim.threshold, bound: 0.25, side: "above" })).toContain(
    "bounds from 0.25 on;",
  );
});

test("a verdict that no bound changes says so", () => {
  if (claim.kind !== "rate" || !claim.threshold) throw new Error("expected a claim with a threshold");
  const threshold = { ...claim.threshold, verdicts: [{ from: null, to: null, verdict: "open" as const }] };
  expect(thresholdSentence(claim, threshold)).toMatch(/Every other one gives the same verdict\.$/);
});

test("the drawing says in words what it shows; claims without a bound of ours have none", () => {
  expect(renderToString(createElement(ThresholdVerdicts, { claim }))).toContain(
    'aria-label="Verdict by bound: contradicted up to 0.1, open from 0.1 to 0.25, reproduced from 0.25 on"',
  );
  expect(renderToString(createElement(ThresholdVerdicts, { claim: rateClaim("a", { pattern: "+" }) }))).toBe("");
});
