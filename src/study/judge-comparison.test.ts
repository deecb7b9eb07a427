import { expect, test } from "vitest";
import type { ComparisonClaim, Measured } from "../language/claim.ts";
import { rateIsWithin } from "../statistics/confidence-sequence.ts";
import { type Boundary, boundary } from "../statistics/sequential-boundary.ts";
import type { Trial } from "../trial/trial.ts";
import { trial, trials } from "./judge.fixture.ts";
import { judge, type TrialsByArm } from "./judge.ts";
import { judgedClaim } from "./judged-claim.ts";
import type { RateJudgement } from "./judgement.ts";

const written: ComparisonClaim = {
  says: "ours",
  at: "page 1",
  hypothesis: "ours ends with the smaller error",
  for: ["ours", "theirs"],
  value: { unit: "units", of: ({ end }) => end.sd },
  better: "smaller",
  controls: { positive: { what: "solved", for: ["solved", "theirs"] } },
};

function compare(changes: Partial<ComparisonClaim>, arms: TrialsByArm, cap = 1024): RateJudgement {
  const claim = judgedClaim("source", { name: "better", word: "comparison", claim: { ...written, ...changes } }, cap);
  return judge(claim, arms) as RateJudgement;
}

const solved = trials(1024, () => 0);
const scattered = (seed: number) => 1 + (((seed * 37) % 64) - 32) / 100;
const theirs = trials(64, scattered);

/** The first number of seeds at which all wins, and no fewer, decide. */
const firstDecided = ({ above }: Boundary) => above.findIndex((least, i) => least <= i + 1) + 1;
const fewest = firstDecided(boundary({ rate: 0.5, cap: 64 }));

test("an arm that always wins is better, with the size of the difference and its probability over all pairs", () => {
  const judgement = compare({}, { ours: trials(64, (seed) => seed / 1000), theirs, solved });
  expect(judgement).toMatchObject({ verdict: "reproduced", seeds: fewest, successes: fewest, assertedRate: 0.5 });
  expect(judgement.comparison).toMatchObject({ ties: 0, better: { estimate: 1 } });
  expect(judgement.comparison?.better.interval[0]).toBeGreaterThan(0.5);
  expect(judgement.effect?.unit).toBe("units, difference");
  expect(judgement.effect?.median).toBeLessThan(0);
  expect(judgement.controls.positive).toMatchObject({ what: "solved", verdict: "reproduced" });
});

test("the larger value is the better one where the claim says so", () => {
  const arms = { ours: trials(64, (seed) => seed / 1000), theirs, solved };
  const judgement = compare({ better: "larger" }, arms);
  expect(judgement).toMatchObject({ verdict: "contradicted", comparison: { better: { estimate: 0 } } });
  expect(judgement.controls.positive.verdict).toBe("contradicted");
});

test("ties are told and count for neither side", () => {
  const ours = trials(64, (seed) => scattered(seed) - (seed % 2 === 0 ? 0.05 : 0.2));
  const judgement = compare({ tie: 0.1 }, { ours, theirs, solved });
  expect(judgement).toMatchObject({ verdict: "reproduced", seeds: fewest, successes: fewest, looked: 2 * fewest - 1 });
  expect(judgement.outcomes).toBe("+=".repeat(fewest).slice(0, -1));
  expect(judgement.comparison?.ties).toBe(fewest - 1);
  const equal = compare({}, { ours: theirs, theirs, solved });
  expect(equal).toMatchObject({ verdict: "open", seeds: 0, looked: 64, comparison: { ties: 64 } });
  expect(equal.comparison?.better.estimate).toBeCloseTo(0.5, 10);
  // A value that is none is neither better nor worse.
  const nothing = compare({}, { ours: trials(6, () => Number.NaN), theirs, solved });
  expect(nothing.outcomes).toBe("======");
});

test("arms that win by turns make no difference that matters, once that is sure", () => {
  const count = Array.from({ length: 1024 }, (_, i) => i + 1).find((n) => rateIsWithin(Math.floor(n / 2), n, 0.4, 0.6));
  const byTurns = (seed: number) => scattered(seed) + (seed % 2 === 0 ? -0.01 : 0.01);
  const arms = { ours: trials(1024, byTurns), theirs: trials(1024, scattered), solved };
  expect(compare({}, arms)).toMatchObject({ verdict: "equivalent", seeds: count, looked: count });
  expect(compare({}, arms, (count as number) - 1)).toMatchObject({ verdict: "open", looked: (count as number) - 1 });
});

test("what is shown first stands: later seeds neither take back nor add a difference", () => {
  const byTurnsFor = (seeds: (seed: number) => boolean) => (seed: number) =>
    scattered(seed) + (seeds(seed) && seed % 2 === 1 ? 0.01 : -0.01);
  const judged = (seeds: (seed: number) => boolean) =>
    compare({}, { ours: trials(1024, byTurnsFor(seeds)), theirs: trials(1024, scattered), solved }).verdict;
  expect(judged((seed) => seed <= 512)).toBe("equivalent");
  expect(judged((seed) => seed > 32)).toBe("reproduced");
});

test("a rate that is not compared is never without a difference that matters", () => {
  const holds = ({ seed }: Measured) => seed % 2 === 0;
  const controls = { negative: { what: "", for: "theirs" }, positive: { what: "", for: "solved" } };
  const { says, at, hypothesis } = written;
  const claim = { says, at, hypothesis, for: "ours", holds, atLeast: 0.5, controls };
  const judged = judgedClaim("source", { name: "half", word: "claim", claim: claim as never }, 1024);
  const arms = { ours: trials(1024, scattered), theirs, solved };
  expect(judge(judged, arms)).toMatchObject({ verdict: "open", seeds: 1024 });
});

test("a dead run of the first arm loses, and of the second stands with what was measured", () => {
  const dead = (count: number, sd: number) => trials(count, () => sd, "dead");
  expect(compare({}, { ours: dead(6, 0.1), theirs, solved }).outcomes).toBe("------");
  expect(compare({ judgesDead: true }, { ours: dead(6, 0.1), theirs, solved }).outcomes).toBe("++++++");
  expect(compare({}, { ours: trials(6, () => 1), theirs: dead(6, 2), solved }).outcomes).toBe("++++++");
});

test("a diverged run of the first arm loses, and one of the second says nothing, as the first has not failed", () => {
  const diverged = trials(16, () => Number.NaN, "diverged");
  expect(compare({}, { ours: diverged, theirs, solved }).verdict).toBe("contradicted");
  const judgement = compare({}, { ours: trials(16, () => 0.1), theirs: diverged, solved });
  expect(judgement).toMatchObject({ verdict: "open", seeds: 0, outcomes: "=".repeat(16) });
  expect(compare({}, { ours: diverged, theirs: diverged, solved }).outcomes).toBe("=".repeat(16));
});

/** The second arm alone decides the control that is made by itself. */
const ofControl = (other: readonly Trial[]) =>
  compare({}, { ours: trials(other.length, () => 0.1), theirs: other, solved }).controls.negative;

test("the second arm is compared with itself on other seeds, never with the same trial", () => {
  const control = ofControl(trials(16, (seed) => seed));
  // Of seeds 1 and 2, 3 and 4, … the first always has the smaller value; a trial with itself would tie and not count.
  expect(control).toMatchObject({ what: "“theirs” against itself on other seeds", successes: 8, seeds: 8 });
});

test("an odd trial of the second arm is left over, and what the control pairs shares none", () => {
  const falling = trials(17, (seed) => 20 - seed);
  expect(ofControl(falling)).toMatchObject({ successes: 0, seeds: 8 });
  expect(ofControl(trials(1, () => 1))).toMatchObject({ verdict: "open", seeds: 0 });
});

/** 0 and 1, half of each among seeds that are even, in an order that favours neither. */
const coin = (seed: number) => (seed / 2 - 1).toString(2).replaceAll("0", "").length % 2;

/** Of each pair of seeds the first has a half, so that the coin of the second tells which is smaller. */
const fair = trials(1024, (seed) => (seed % 2 === 1 ? 0.5 : coin(seed)));

test("an arm against itself stays undecided, unless the comparison favours a side", () => {
  expect(ofControl(fair)).toMatchObject({ verdict: "open", seeds: 512, successes: 256 });
  // It is decided wrongly by chance in one of a thousand comparisons, so that it takes more pairs than a claim.
  const needed = firstDecided(boundary({ rate: 0.5, cap: 512, error: 0.0005 }));
  const favoured = ofControl(trials(1024, (seed) => (seed % 2 === 1 ? 0 : 1)));
  expect(favoured).toMatchObject({ verdict: "reproduced", seeds: needed, successes: needed });
  expect(needed).toBeGreaterThan(fewest);
});

test("an arm that often dies or diverges does not lose against itself", () => {
  const oftenDead = fair.map((one): Trial => ({ ...one, state: one.seed % 4 < 2 ? "dead" : "trained" }));
  expect(ofControl(oftenDead)).toMatchObject({ verdict: "open", seeds: 512, successes: 256 });
  const oftenDiverged = fair.map((one) => (one.seed % 8 === 1 ? trial(one.seed, Number.NaN, "diverged") : one));
  expect(ofControl(oftenDiverged)).toMatchObject({ verdict: "open", seeds: 384 });
});
