import { expect, test } from "vitest";
import { looksUpTo } from "../statistics/looks.ts";
import { boundary } from "../statistics/sequential-boundary.ts";
import type { Trial } from "../trial/trial.ts";
import { trial, trials } from "./judge.fixture.ts";
import { judge, type TrialsByArm } from "./judge.ts";
import type { ClaimOf, RateJudgement, StatisticJudgement } from "./judgement.ts";
import { measured } from "./measured.ts";

type RateClaim = ClaimOf<"rate">;
const rate = (claim: RateClaim, arms: TrialsByArm) => judge(claim, arms) as RateJudgement;

const claim: RateClaim = {
  id: "source/name",
  kind: "rate",
  cap: 1024,
  says: "ours",
  at: "cell 1",
  hypothesis: "the error ends below 0.5",
  for: "ours",
  holds: ({ end }) => end.sd < 0.5,
  atLeast: 0.5,
  controls: {
    negative: { what: "untrained", for: "untrained" },
    positive: { what: "solved", for: "solved" },
  },
  effect: { unit: "units", of: ({ end }) => end.sd },
};

const withControls = (ours: readonly Trial[], untrained = trials(64, () => 0.9), solved = trials(64, () => 0)) => ({
  ours,
  untrained,
  solved,
});

/** The first number of seeds at which all successes, and no others, decide against ½. */
const fewestAtHalf = boundary({ rate: 0.5, cap: 64 }).above.findIndex((above, i) => above <= i + 1) + 1;

test("a rate is decided at the first seed that decides, and later seeds change nothing", () => {
  const atOnce = rate(claim, withControls(trials(64, (seed) => (seed <= fewestAtHalf ? 0.1 : 0.9))));
  expect(atOnce).toMatchObject({
    verdict: "reproduced",
    successes: fewestAtHalf,
    seeds: fewestAtHalf,
    assertedRate: 0.5,
  });
  expect(atOnce).toMatchObject({ looked: fewestAtHalf, outcomes: "+".repeat(fewestAtHalf) });
  expect(atOnce.sufficient.above).toBe(fewestAtHalf);
  expect(atOnce.effect).toMatchObject({ unit: "units", median: 0.1, values: Array(fewestAtHalf).fill(0.1) });
  expect(rate(claim, withControls(trials(fewestAtHalf, () => 0.1)))).toEqual({
    ...atOnce,
    controls: expect.anything(),
  });
});

test("one seed fewer leaves it open, and says what would not have sufficed either", () => {
  const judgement = rate(claim, withControls(trials(fewestAtHalf - 1, () => 0.1)));
  expect(judgement).toMatchObject({ verdict: "open", seeds: fewestAtHalf - 1, looked: fewestAtHalf - 1 });
  expect(judgement.sufficient).toEqual({});
  expect(judgement.interval[0]).toBeGreaterThan(0.4);
  expect(judgement.interval[1]).toBe(1);
});

test("failures contradict by the same rule, and both controls are decided by it", () => {
  const judgement = rate(claim, withControls(trials(64, () => 0.9)));
  expect(judgement).toMatchObject({ verdict: "contradicted", successes: 0, seeds: fewestAtHalf });
  expect(judgement.outcomes).toBe("-".repeat(fewestAtHalf));
  const { negative, positive } = judgement.controls;
  expect(negative).toEqual({ what: "untrained", verdict: "contradicted", successes: 0, seeds: fewestAtHalf });
  const all = { successes: fewestAtHalf, seeds: fewestAtHalf };
  expect(positive).toEqual({ what: "solved", verdict: "reproduced", ...all });
});

test("a sabotage that succeeds is seen, and so is a positive control that fails", () => {
  const judgement = rate(
    claim,
    withControls(
      trials(64, () => 0.1),
      trials(64, () => 0.1),
      trials(64, () => 0.9),
    ),
  );
  expect(judgement.controls.negative.verdict).toBe("reproduced");
  expect(judgement.controls.positive.verdict).toBe("contradicted");
});

test("nothing is looked at beyond the cap of seeds", () => {
  const never = trials(64, (seed) => (seed <= 8 && seed % 2 === 1 ? 0.9 : 0.1));
  expect(rate({ ...claim, cap: 8 }, withControls(never))).toMatchObject({
    verdict: "open",
    ...{ looked: 8, seeds: 8, successes: 4, outcomes: "-+-+-+-+" },
  });
  expect(rate(claim, withControls(never)).verdict).toBe("reproduced");
});

test("an effect that looks at a round in between has a value for each seed", () => {
  const early: RateClaim = { ...claim, effect: { unit: "units", of: (run) => run.at("sd", 0) } };
  expect(rate(early, withControls(trials(3, () => 0.1))).effect?.values).toEqual([1.01, 1.02, 1.03]);
});

test("diverged and dead trials fail, whatever was measured, and have no effect", () => {
  const ours = [...trials(4, () => 0.1), trial(5, 0.1, "diverged"), trial(6, 0.1, "dead")];
  const judgement = rate(claim, withControls(ours));
  expect(judgement.outcomes).toBe("++++--");
  expect(judgement.effect?.values).toEqual([0.1, 0.1, 0.1, 0.1, Number.NaN, Number.NaN]);
});

test("being better than a dead run counts, being compared with a diverged one does not", () => {
  const better: RateClaim = {
    ...claim,
    for: ["ours", "untrained"],
    holds: (a, b) => a.end.sd < b.end.sd,
    effect: undefined,
  };
  const sabotage = { what: "the other way round", for: ["untrained", "ours"] };
  const judged = { ...better, controls: { negative: sabotage, positive: { what: "", for: ["solved", "untrained"] } } };
  const others = (state: Trial["state"]) => trials(6, () => 0.9, state);
  expect(
    rate(
      judged,
      withControls(
        trials(6, () => 0.1),
        others("dead"),
      ),
    ).outcomes,
  ).toBe("++++++");
  expect(
    rate(
      judged,
      withControls(
        trials(6, () => 0.1),
        others("diverged"),
      ),
    ).outcomes,
  ).toBe("------");
});

test("a claim about collapse judges dead runs like any other", () => {
  const ours = [...trials(5, () => 0.1), trial(6, 0.1, "dead")];
  expect(rate({ ...claim, judgesDead: true }, withControls(ours)).outcomes).toBe("++++++");
});

test("a claim about some seeds counts only those, and looks further for them", () => {
  const ours = trials(64, (seed) => (seed % 2 === 0 ? 0.1 : 0.9));
  const even: RateClaim = { ...claim, among: ({ seed }) => seed % 2 === 0 };
  const judgement = rate(even, withControls(ours));
  expect(judgement).toMatchObject({ verdict: "reproduced", successes: fewestAtHalf, seeds: fewestAtHalf });
  expect(judgement).toMatchObject({ looked: 2 * fewestAtHalf, outcomes: ".+".repeat(fewestAtHalf) });
  expect(judgement.effect?.values.slice(0, 4)).toEqual([Number.NaN, 0.1, Number.NaN, 0.1]);
  // A diverged run has nothing by which to count.
  const lost = [...trials(4, () => 0.1), trial(5, 0.1, "diverged"), trial(6, 0.1)];
  expect(rate({ ...claim, among: () => true }, withControls(lost)).outcomes).toBe("++++.+");
});

test("of no seeds that count nothing is said", () => {
  const none: RateClaim = { ...claim, among: () => false };
  const judgement = rate(none, withControls(trials(16, () => 0.1)));
  expect(judgement).toMatchObject({ kind: "rate", verdict: "open", seeds: 0, successes: 0, interval: [0, 1] });
  expect(judgement).toMatchObject({ sufficient: {}, outcomes: ".".repeat(16) });
  expect(rate(claim, withControls([], [], []))).toMatchObject({ kind: "rate", verdict: "open", looked: 0 });
});

test("NaN is a failure", () => {
  const judgement = rate(claim, withControls(trials(64, () => Number.NaN)));
  expect(judgement).toMatchObject({ verdict: "contradicted", successes: 0 });
  expect(judgement.effect).toBeUndefined();
});

test("pairs are formed by seed, and different seeds are an error", () => {
  const controls = { negative: { what: "", holds: () => true }, positive: { what: "", holds: () => true } };
  const pair: RateClaim = { ...claim, for: ["ours", "untrained"], holds: (a, b) => a.seed === b.seed, controls };
  expect(
    rate(
      pair,
      withControls(
        trials(5, () => 1),
        trials(9, () => 2),
      ),
    ).outcomes,
  ).toBe("+++++");
  const shifted = trials(17, () => 1).slice(1);
  expect(
    judge(
      pair,
      withControls(
        trials(16, () => 1),
        shifted,
      ),
    ),
  ).toMatchObject({
    kind: "not judged",
    reason: "expected trials of one seed, got seeds 1 and 2",
  });
});

test("a metric that was not measured is an error, not a failure", () => {
  expect(() => measured(trial(1, 0)).end.mean).toThrow('expected one of the metrics sd, got "mean"');
  expect(() => measured(trial(1, 0)).at("sd", 5)).toThrow('expected a recorded round (0, 10), got "sd" at 5');
  expect(measured(trial(1, 0.25)).at("sd", 10)).toBe(0.25);
});

test.each<[string, Partial<RateClaim>, string]>([
  [
    "a metric that was not measured",
    { holds: ({ end }) => end.mean < 0.5 },
    'holds on seed 1: RangeError: expected one of the metrics sd, got "mean"',
  ],
  [
    "a predicate that returns nothing",
    { holds: (() => {}) as never },
    "holds on seed 1: expected true or false, got undefined",
  ],
  [
    "a predicate that returns a promise",
    { holds: (async () => true) as never },
    "holds on seed 1: expected true or false, got a promise",
  ],
  [
    "a control that fails",
    {
      controls: {
        ...claim.controls,
        positive: {
          what: "",
          holds: ({ seed }) => {
            if (seed === 3) throw new Error("two\nlines");
            return false;
          },
        },
      },
    },
    "controls.positive.holds on seed 3: Error: two lines",
  ],
  [
    "an effect that is no number",
    { effect: { unit: "", of: () => "0.1" as never } },
    'effect.of on seed 1: expected a number, got "0.1"',
  ],
  ["a condition that is no boolean", { among: () => 1 as never }, "among on seed 1: expected true or false, got 1"],
  ["an arm that was not trained", { for: "theirs" }, 'expected trials of the arm "theirs", got none'],
])("%s costs the claim its verdict, with the reason, and nothing else", (_, changes, reason) => {
  const wrong: RateClaim = { ...claim, ...changes };
  expect(judge(wrong, withControls(trials(16, () => 0.1)))).toEqual({ kind: "not judged", claim: wrong, reason });
});

test("sixteen equal runs are one run, and no rate is judged from them", () => {
  const equal = Array.from({ length: 16 }, (_, i) => ({ ...trial(1, 0.1), seed: i + 1 }));
  const others = trials(16, () => 0.9);
  expect(judge(claim, withControls(equal))).toMatchObject({
    kind: "not judged",
    reason: expect.stringMatching(
      /^expected arms that depend on the seed, got one outcome, to the bit, on all 16 seeds of "ours": /,
    ),
  });
  // An arm that depends on its seed beside it makes pairs that do; so does a control that does not, alone.
  const holds = () => false;
  const controls = { negative: { what: "", holds }, positive: { what: "", holds } };
  expect(judge({ ...claim, for: ["ours", "untrained"], controls }, withControls(equal)).kind).toBe("rate");
  expect(judge(claim, withControls(others, equal)).kind).toBe("rate");
});

test("one seed is one run, and equal flags are no evidence of equal runs", () => {
  const flags = Array.from({ length: 6 }, (_, i) => ({ ...trial(1, 0), seed: i + 1, curves: {} }));
  expect(judge(claim, withControls(flags))).toMatchObject({ successes: 6 });
  expect(judge(claim, withControls([trial(1, 0.1)]))).toMatchObject({ seeds: 1 });
});

const statistic = (decide: ClaimOf<"statistic">["decide"], cap = 1024): ClaimOf<"statistic"> => ({
  id: "source/statistic",
  kind: "statistic",
  cap,
  says: "ours",
  at: "",
  hypothesis: "",
  for: "ours",
  unit: "mean error",
  decide,
  controls: {
    negative: { what: "untrained", for: "untrained" },
    positive: { what: "always", decide: () => ({ verdict: "reproduced", estimate: 1, interval: [1, 1] }) },
  },
});

test("a statistic is tested at its looks only, each with its share of the error", () => {
  const asked: [rows: number, level: number][] = [];
  const watched = statistic((rows, level) => {
    if (rows[0][0].end.sd < 0.9) asked.push([rows.length, level]);
    return { verdict: rows.length >= 64 ? "contradicted" : "open", estimate: rows.length, interval: [0, rows.length] };
  });
  expect(looksUpTo(1024)).toEqual([16, 64, 256, 1024]);
  const judgement = judge(watched, withControls(trials(300, (seed) => seed / 1000))) as StatisticJudgement;
  expect(judgement).toMatchObject({ verdict: "contradicted", estimate: 64, seeds: 64, looked: 64, unit: "mean error" });
  expect(asked).toEqual([
    [16, 0.05 / 4],
    [64, 0.05 / 4],
  ]);
  expect(judgement.controls.positive).toEqual({ what: "always", verdict: "reproduced", estimate: 1, seeds: 16 });
  expect(judgement.controls.negative).toMatchObject({ what: "untrained", verdict: "contradicted", seeds: 64 });
});

test("between two looks a statistic stays as it was at the last, and before the first nothing is decided", () => {
  const eager = statistic((rows) => ({ verdict: "reproduced", estimate: rows.length, interval: [0, 1] }));
  const arms = (count: number) => withControls(trials(count, (seed) => seed / 1000));
  expect(judge(eager, arms(15))).toMatchObject({ verdict: "open", estimate: 15, looked: 15 });
  expect(judge(eager, arms(16))).toMatchObject({ verdict: "reproduced", estimate: 16, looked: 16 });
  const patient = statistic((rows) => ({ verdict: "open", estimate: rows.length, interval: [0, 1] }));
  expect(judge(patient, arms(63))).toMatchObject({ verdict: "open", estimate: 16, looked: 16 });
  expect(judge({ ...patient, cap: 20 }, arms(63))).toMatchObject({ estimate: 20, looked: 20 });
});

test("a statistic leaves out seeds that diverged, and of none at all says nothing", () => {
  const count = statistic((rows) => ({ verdict: "open", estimate: rows.length, interval: [0, 1] }));
  const ours = [...trials(15, (seed) => seed / 100), trial(16, Number.NaN, "diverged")];
  expect(judge(count, withControls(ours))).toMatchObject({ seeds: 15, looked: 16, estimate: 15 });
  const lost = trials(16, () => Number.NaN, "diverged");
  expect(judge(count, withControls(lost, lost))).toMatchObject({
    kind: "statistic",
    ...{ verdict: "open", seeds: 0, interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] },
  });
});

const exact: ClaimOf<"exact"> = {
  id: "source/exact",
  kind: "exact",
  cap: 1,
  says: "states",
  at: "",
  hypothesis: "",
  check: () => ({ holds: true, detail: "2 + 2 = 4" }),
  controls: { negative: { what: "the same of 5", check: () => ({ holds: false, detail: "2 + 2 ≠ 5" }) } },
};

test("an exact claim holds or does not, and says what it computed", () => {
  expect(judge(exact, {})).toMatchObject({ verdict: "reproduced", detail: "2 + 2 = 4" });
  expect(judge(exact, {})).toMatchObject({ controls: { negative: { verdict: "contradicted", detail: "2 + 2 ≠ 5" } } });
  const wrong = { ...exact, check: exact.controls.negative.check };
  const positive = { what: "the same of 4", check: exact.check };
  expect(judge({ ...wrong, controls: { ...exact.controls, positive } }, {})).toMatchObject({
    verdict: "contradicted",
    controls: { positive: { what: "the same of 4", verdict: "reproduced" } },
  });
});

test("an exact check that says nothing is not judged", () => {
  expect(judge({ ...exact, check: (() => undefined) as never }, {})).toMatchObject({
    kind: "not judged",
    reason: "check: expected whether it holds and a detail, got undefined",
  });
});

test("a sentence that cannot be tested has no verdict, and needs no trials", () => {
  const { id, cap, says, at, hypothesis } = exact;
  const untested: ClaimOf<"untested"> = { id, cap, says, at, hypothesis, kind: "untested", why: "no such data" };
  expect(judge(untested, {})).toEqual({ kind: "untested", claim: untested });
});
