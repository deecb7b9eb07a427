import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import type { Claim } from "../language/claim.ts";
import { game } from "../language/describe.ts";
import type { Trial } from "../trial/trial.ts";
import { judge, type TrialsByArm } from "./judge.ts";
import type { RateJudgement, StatisticJudgement } from "./judgement.ts";
import { measured } from "./measured.ts";
import { liesAbove } from "./statistic.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [0, 0] });

/** A trial whose error is as given. */
const trial = (seed: number, error: number, state: Trial["state"] = "trained"): Trial => ({
  arm,
  seed,
  engine: "wasm",
  state,
  rounds: Float64Array.of(0, 10),
  // Every seed starts somewhere else.
  curves: { sd: Float64Array.of(1 + seed / 100, error) },
  end: { sd: error },
  arrays: {},
  digest: "",
  seconds: 0,
});

const trials = (count: number, error: (seed: number) => number) =>
  Array.from({ length: count }, (_, i) => trial(i + 1, error(i + 1)));

const rate = (claim: Claim, arms: TrialsByArm) => judge(claim, arms) as RateJudgement;

const claim: Extract<Claim, { kind: "rate" }> = {
  id: "source/name",
  kind: "rate",
  quote: "it works",
  at: "cell 1",
  hypothesis: "the error ends below 0.5",
  for: "ours",
  holds: ({ end }) => end.sd < 0.5,
  atLeast: 0.75,
  control: { what: "untrained", for: "untrained" },
  expected: { quick: "reproduced", full: "reproduced" },
  effect: { unit: "units", of: ({ end }) => end.sd },
};

test("a predicate that holds on 16 of 16 seeds is reproduced, and its control is judged alike", () => {
  const judgement = rate(claim, { ours: trials(16, () => 0.1), untrained: trials(16, () => 0.9) });
  expect(judgement).toMatchObject({ verdict: "reproduced", successes: 16, seeds: 16, assertedRate: 0.75 });
  expect(judgement.control).toEqual({ what: "untrained", verdict: "contradicted", successes: 0, seeds: 16 });
  expect(judgement.effect).toMatchObject({
    unit: "units",
    median: 0.1,
    values: Array(16).fill(0.1),
    ofControl: Array(16).fill(0.9),
  });
});

test("an effect that looks at a round in between has a value for each seed too", () => {
  const early: Claim = { ...claim, effect: { unit: "units", of: (run) => run.at("sd", 0) } };
  const judgement = rate(early, { ours: trials(3, () => 0.1), untrained: trials(3, () => 0.9) });
  expect(judgement.effect?.values).toEqual([1.01, 1.02, 1.03]);
});

test("a control of another number of arms has no effect to show", () => {
  const two: Claim = { ...claim, control: { what: "both", for: ["ours", "untrained"], holds: () => false } };
  const judgement = rate(two, { ours: trials(3, () => 0.1), untrained: trials(3, () => 0.9) });
  expect(judgement.effect).toMatchObject({ values: [0.1, 0.1, 0.1], ofControl: [] });
});

test("a control that succeeds is seen", () => {
  const judgement = rate(claim, { ours: trials(16, () => 0.1), untrained: trials(16, () => 0.1) });
  expect(judgement.control.verdict).toBe("reproduced");
});

test("diverged and dead trials are failures, whatever their metrics", () => {
  const ours = [...trials(14, () => 0.1), trial(15, 0.1, "diverged"), trial(16, 0.1, "dead")];
  expect(rate(claim, { ours, untrained: ours }).successes).toBe(14);
});

test("being better than a dead run counts, being compared with a diverged one does not", () => {
  const arms = ["ours", "untrained"];
  const better: Claim = {
    ...claim,
    for: arms,
    holds: (a, b) => a.end.sd < b.end.sd,
    control: { what: "", for: arms },
  };
  const others = (state: Trial["state"]) => Array.from({ length: 16 }, (_, i) => trial(i + 1, 0.9, state));
  expect(rate(better, { ours: trials(16, () => 0.1), untrained: others("dead") }).successes).toBe(16);
  expect(rate(better, { ours: trials(16, () => 0.1), untrained: others("diverged") }).successes).toBe(0);
});

test("a claim about collapse judges dead runs like any other", () => {
  const ours = [...trials(15, () => 0.1), trial(16, 0.1, "dead")];
  expect(rate({ ...claim, judgesDead: true }, { ours, untrained: ours }).successes).toBe(16);
});

test("a claim about some seeds counts only those, and says nothing where there are none", () => {
  const ours = trials(16, (seed) => (seed <= 10 ? 0.1 : 0.9));
  const early: Claim = { ...claim, among: ({ seed }) => seed <= 10 };
  expect(judge(early, { ours, untrained: ours })).toMatchObject({ successes: 10, seeds: 10 });
  const none: Claim = { ...claim, among: () => false };
  expect(judge(none, { ours, untrained: ours })).toMatchObject({ seeds: 0, verdict: "inconclusive", interval: [0, 1] });
});

test("a statistic is decided once over all seeds but the diverged, and so is its control", () => {
  const statistic: Claim = {
    id: "source/statistic",
    kind: "statistic",
    quote: "",
    at: "",
    hypothesis: "",
    for: "ours",
    unit: "mean error",
    decide: liesAbove(0.5, (rows) => rows.reduce((sum, [{ end }]) => sum + end.sd, 0) / rows.length),
    control: { what: "untrained", for: "untrained" },
    expected: { quick: "reproduced", full: "reproduced" },
  };
  const ours = [...trials(15, (seed) => 0.8 + seed / 100), trial(16, Number.NaN, "diverged")];
  const judgement = judge(statistic, { ours, untrained: trials(16, () => 0.2) }) as StatisticJudgement;
  expect(judgement).toMatchObject({ verdict: "reproduced", seeds: 15, control: { verdict: "contradicted" } });
  expect(judgement.estimate).toBeCloseTo(0.88, 10);
  expect(judgement.interval[0]).toBeGreaterThan(0.8);
});

test("NaN is a failure", () => {
  const judgement = rate(claim, { ours: trials(16, () => Number.NaN), untrained: trials(16, () => 1) });
  expect(judgement).toMatchObject({ verdict: "contradicted", successes: 0 });
});

test("ties of an arm with itself are failures", () => {
  const twice = ["ours", "ours"];
  const tie: Claim = {
    ...claim,
    for: twice,
    holds: (a, b) => a.end.sd < b.end.sd,
    control: { what: "twice", for: twice },
  };
  expect(rate(tie, { ours: trials(16, (seed) => seed), untrained: trials(16, () => 1) }).successes).toBe(0);
});

test("pairs are formed by seed, and different seeds are an error", () => {
  const both = ["ours", "untrained"];
  const pair: Claim = { ...claim, for: both, holds: (a, b) => a.seed === b.seed, control: { what: "both", for: both } };
  expect(rate(pair, { ours: trials(16, () => 1), untrained: trials(16, () => 1) }).successes).toBe(16);
  const shifted = trials(17, () => 1).slice(1);
  expect(judge(pair, { ours: trials(16, () => 1), untrained: shifted })).toMatchObject({
    kind: "not judged",
    reason: "expected trials of one seed, got seeds 1 and 2",
  });
});

test("a metric that was not measured is an error, not a failure", () => {
  expect(() => measured(trial(1, 0)).end.mean).toThrow('expected one of the metrics sd, got "mean"');
  expect(() => measured(trial(1, 0)).at("sd", 5)).toThrow('expected a recorded round (0, 10), got "sd" at 5');
  expect(measured(trial(1, 0.25)).at("sd", 10)).toBe(0.25);
});

test("an exact claim holds or does not, and says what it computed", () => {
  const exact: Claim = {
    ...claim,
    kind: "exact",
    check: () => ({ holds: true, detail: "2 + 2 = 4" }),
    control: { what: "the same of 5", check: () => ({ holds: false, detail: "2 + 2 ≠ 5" }) },
  };
  expect(judge(exact, {})).toMatchObject({
    verdict: "reproduced",
    detail: "2 + 2 = 4",
    control: { verdict: "contradicted" },
  });
});

test.each<[string, Partial<typeof claim>, string]>([
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
      control: {
        what: "",
        holds: ({ seed }) => {
          if (seed === 3) throw new Error("two\nlines");
          return false;
        },
      },
    },
    "control.holds on seed 3: Error: two lines",
  ],
  [
    "an effect that is no number",
    { effect: { unit: "", of: () => "0.1" as never } },
    'effect.of on seed 1: expected a number, got "0.1"',
  ],
  ["a condition that is no boolean", { among: () => 1 as never }, "among on seed 1: expected true or false, got 1"],
  ["an arm that was not trained", { for: "theirs" }, 'expected trials of the arm "theirs", got none'],
])("%s costs the claim its verdict, with the reason, and nothing else", (_, changes, reason) => {
  const wrong = { ...claim, ...changes };
  const judgement = judge(wrong, { ours: trials(16, () => 0.1), untrained: trials(16, () => 0.9) });
  expect(judgement).toEqual({ kind: "not judged", claim: wrong, reason });
});

test("an exact check that says nothing is not judged", () => {
  const check = () => ({ holds: true, detail: "" });
  const wrong = { ...claim, kind: "exact", check: () => undefined, control: { what: "", check } } as unknown as Claim;
  expect(judge(wrong, {})).toMatchObject({
    kind: "not judged",
    reason: "check: expected whether it holds and a detail, got undefined",
  });
});

test("sixteen equal runs are one run, and no rate is judged from them", () => {
  const equal = Array.from({ length: 16 }, (_, i) => ({ ...trial(1, 0.1), seed: i + 1 }));
  const others = trials(16, () => 0.9);
  expect(judge(claim, { ours: equal, untrained: others })).toMatchObject({
    kind: "not judged",
    reason: expect.stringMatching(
      /^expected arms that depend on the seed, got one outcome, to the bit, on all 16 seeds of "ours": /,
    ),
  });
  // An arm that depends on its seed beside it makes pairs that do; so does a control that does not, alone.
  const pair = { ...claim, for: ["ours", "untrained"], control: { what: "", for: ["untrained", "ours"] } };
  expect(judge(pair, { ours: equal, untrained: others }).kind).toBe("rate");
  expect(judge(claim, { ours: others, untrained: equal }).kind).toBe("rate");
});

test("one seed is one run, and equal flags are no evidence of equal runs", () => {
  const flags = Array.from({ length: 16 }, (_, i) => ({ ...trial(1, 0), seed: i + 1, curves: {} }));
  expect(judge(claim, { ours: flags, untrained: trials(16, () => 0.9) })).toMatchObject({ successes: 16 });
  expect(judge(claim, { ours: [trial(1, 0.1)], untrained: [trial(1, 0.9)] })).toMatchObject({ seeds: 1 });
});

test("a statistic of seeds that all diverged says nothing", () => {
  const statistic: Claim = {
    ...claim,
    kind: "statistic",
    unit: "",
    decide: liesAbove(0, (rows) => rows.length),
    control: { what: "", for: "untrained" },
  } as never;
  const lost = Array.from({ length: 16 }, (_, i) => trial(i + 1, Number.NaN, "diverged"));
  expect(judge(statistic, { ours: lost, untrained: lost })).toMatchObject({ verdict: "inconclusive", seeds: 0 });
});
