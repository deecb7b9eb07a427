import { expect, test } from "vitest";
import { exactClaim, rateClaim, results, statisticClaim, withEffect } from "./fixture.ts";
import { betterSentence, beyondSentence, estimateOf, intervalSentence, verdictSentence } from "./sentence.ts";

const settles = results.claims[0];

test("reproduced: on how many seeds it held, which seeds they were, and how many suffice", () => {
  expect(verdictSentence(settles)).toBe(
    "It held on 22 of 22 seeds that nobody had looked at (1001 to 1022), enough (at least 22) to say that it holds for more than 0.75 of all seeds: reproduced.",
  );
});

test("what is ours holds or does not", () => {
  expect(verdictSentence({ ...settles, says: "ours" })).toMatch(/: holds\.$/);
  expect(verdictSentence({ ...rateClaim("a", { pattern: "-" }), says: "ours" })).toMatch(/: does not hold\.$/);
});

test("seeds of a claim that is not registered may have been looked at", () => {
  expect(verdictSentence(rateClaim("a", { pattern: "-" }))).toBe(
    "It held on 0 of 6 seeds (1001 to 1006), few enough (at most 0) to say that it holds for less than 0.75 of all seeds: contradicted.",
  );
});

test("open: what would have decided it, and how many more seeds are tried", () => {
  const claim = rateClaim("a", { pattern: "+++-", looked: 64 });
  const { above, below } = claim.sufficient;
  expect(verdictSentence(claim)).toBe(
    `It held on 48 of 64 seeds (1001 to 1064); at least ${above} would say that it holds for more than 0.75 of all seeds, at most ${below} for less: open. It is tried on up to 1,024.`,
  );
  expect(verdictSentence({ ...claim, cap: 64 })).toMatch(/: open\. No more are tried\.$/);
});

test("ties and seeds that do not count are told", () => {
  expect(verdictSentence(results.claims[3])).toBe(
    "Of 410 seeds (1001 to 1410), 136 tied; it held on 137 of the other 274, so that its rate lies between 0.40 and 0.60: no difference that matters.",
  );
  expect(verdictSentence(results.claims[2])).toMatch(
    /^Of 16 seeds \(1001 to 1016\), 4 did not count; it held on 8 of the other 12/,
  );
});

test("a claim that no seed was tried for is open", () => {
  const claim = {
    ...rateClaim("a", { pattern: "+", looked: 1 }),
    looked: 0,
    seeds: 0,
    successes: 0,
    sufficient: {},
    outcomes: "",
  };
  expect(verdictSentence(claim)).toBe("Not tried on any seed yet: open. It is tried on up to 1,024.");
});

test("an exact claim names no interval", () => {
  expect(verdictSentence({ ...exactClaim("a"), verdict: "contradicted" })).toBe(
    "Exact, checked to a tolerance: contradicted.",
  );
});

test("what cannot be tested says why", () => {
  expect(verdictSentence(results.claims[6])).toBe("Not tested: the document gives no step size.");
});

test("a bound that rounds to the asserted rate is printed with more digits", () => {
  const claim = { ...rateClaim("a", { pattern: "+" }), interval: [0.7503, 1] as [number, number] };
  expect(intervalSentence(claim)).toContain("[0.7503, 1.00]");
});

test("of two arms, how probably the first ends better", () => {
  expect(betterSentence(rateClaim("a", { pattern: "+" }))).toBeUndefined();
  expect(results.claims[3].kind === "rate" && betterSentence(results.claims[3])).toBe(
    "A run of “plain” ends better than one of “no steps” with probability 0.51 [0.47, 0.55], over all pairs of seeds, ties half.",
  );
});

test("what is recorded beyond the decision is told, and that it decides nothing", () => {
  const claim = rateClaim("a", { pattern: "+" });
  expect(beyondSentence(claim)).toBeUndefined();
  expect(beyondSentence({ ...claim, recorded: { successes: 1001, seeds: 1024 } })).toBe(
    "Other claims needed more seeds of these arms: of all 1,024 that are recorded and count, it held on 1,001, which decides nothing.",
  );
});

test("an effect without a finite bound says so", () => {
  const claim = rateClaim("a", { pattern: "+" });
  expect(estimateOf(withEffect(claim))?.sentence).toBe(
    "Median over the seeds 0.2, 95 % bootstrap interval [0.1, not finite].",
  );
  expect(estimateOf(claim)).toBeUndefined();
});

test("a statistic is stated with its value, unit and interval", () => {
  expect(verdictSentence(statisticClaim("a"))).toBe(
    "Decided by one statistic over all of 16 seeds (1001 to 1016), 1 of which diverged: rank correlation, 0.5 with the interval [0.25, 0.75]: reproduced.",
  );
});
