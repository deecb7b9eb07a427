import { expect, test } from "vitest";
import { exactClaim, rateClaim, statisticClaim } from "./fixture.ts";
import { controlSentence, estimateOf, verdictSentence } from "./sentence.ts";

test("reproduced: the interval lies above", () => {
  expect(verdictSentence(rateClaim("a", { successes: 16, interval: [0.794, 1], verdict: "reproduced" }))).toBe(
    "The hypothesis held for 16 of 16 seeds; the exact 95 % interval [0.79, 1.00] of that rate lies above the asserted 0.75: reproduced.",
  );
});

test("contradicted: the interval lies below", () => {
  expect(verdictSentence(rateClaim("a", { successes: 0, interval: [0, 0.206], verdict: "contradicted" }))).toBe(
    "The hypothesis held for 0 of 16 seeds; the exact 95 % interval [0.00, 0.21] of that rate lies below the asserted 0.75: contradicted.",
  );
});

test("inconclusive: the interval contains", () => {
  expect(verdictSentence(rateClaim("a", { successes: 11, interval: [0.413, 0.89], verdict: "inconclusive" }))).toBe(
    "The hypothesis held for 11 of 16 seeds; the exact 95 % interval [0.41, 0.89] of that rate contains the asserted 0.75: inconclusive.",
  );
});

test("an exact claim names no interval", () => {
  expect(verdictSentence({ ...exactClaim("a"), verdict: "contradicted" })).toBe(
    "Exact, checked to a tolerance: it does not hold, so the claim is contradicted.",
  );
});

test("a bound that rounds to the asserted rate is printed with more digits", () => {
  const claim = rateClaim("a", { successes: 16, interval: [0.7503, 1], verdict: "reproduced" });
  expect(verdictSentence(claim)).toContain("[0.7503, 1.00]");
});

test("a control that is reproduced is called out", () => {
  const claim = rateClaim("a", { successes: 16, interval: [0.794, 1], verdict: "reproduced" });
  expect(controlSentence(claim)).toBe("It must not come out reproduced, and it came out contradicted.");
  expect(controlSentence({ ...claim, control: { description: "", verdict: "reproduced" } })).toContain("cannot fail");
});

test("an effect without a finite bound says so", () => {
  const claim = rateClaim("a", { successes: 16, interval: [0.794, 1], verdict: "reproduced" });
  expect(estimateOf(claim)?.sentence).toBe("Median over the seeds −0.5, 95 % bootstrap interval [−0.75, not finite].");
  expect(estimateOf({ ...claim, effect: undefined })).toBeUndefined();
});

test("a statistic is stated with its value, unit and interval", () => {
  expect(verdictSentence(statisticClaim("a"))).toBe(
    "Decided by one statistic over all 15 seeds, rank correlation: 0.5, with the interval [0.25, 0.75]: reproduced.",
  );
});
