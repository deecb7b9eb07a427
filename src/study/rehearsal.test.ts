import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import type { FindingRun } from "../language/claim.ts";
import { game } from "../language/describe.ts";
import { about, refusal } from "./registration.fixture.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const arms = { "steps, 0.1": arm, "steps, 0.2": arm, none: arm };

const said = { says: "ours", at: "page 1", hypothesis: "It works." } as const;
/** Controls with predicates of their own, so that a fault of the claim's is told once. */
const own = { negative: { what: "never", holds: () => false }, positive: { what: "always", holds: () => true } };
const rate = { ...said, for: "steps, 0.1", holds: () => true, atLeast: 0.5, controls: own };
const others = { negative: { what: "no steps", for: "none" }, positive: { what: "larger steps", for: "steps, 0.2" } };
const comparison = {
  ...said,
  for: ["steps, 0.1", "none"],
  value: { unit: "1", of: () => 1 },
  better: "smaller",
  controls: { positive: { what: "larger steps", for: ["steps, 0.2", "none"] } },
};

const told = (claim: object, word: "claim" | "comparison" | "statistic" = "claim") =>
  refusal(() =>
    source(about, arms, [], (words) => (words[word] as (name: string, claim: object) => void)("works", claim)),
  ).map((line) => line.replace("s/works: ", ""));

/** A trial as a caller without types sees it. */
interface Untyped {
  readonly end: Readonly<Record<string, number>>;
  at(metric: string, round: number): number;
}

const rounds = "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10";

test.each<[title: string, changes: object, lines: string[]]>([
  [
    "a misspelt metric",
    { holds: ({ end }: Untyped) => end.distanse < 1 },
    ['holds: expected a metric that the arm "steps, 0.1" records, got "distanse"; did you mean "distance"?'],
  ],
  [
    "a metric behind a condition",
    { holds: ({ end }: Untyped) => end.distance < 1 && end.amplitud < 1 },
    ['holds: expected a metric that the arm "steps, 0.1" records, got "amplitud"; did you mean "amplitude"?'],
  ],
  [
    "a round that is not recorded, of the controls' arms too",
    { holds: (trial: Untyped) => trial.at("distance", 7.5) < 1, controls: others },
    [
      `holds: expected a round that the arm "steps, 0.1" records (${rounds}), got 7.5`,
      `holds (controls.negative): expected a round that the arm "none" records (${rounds}), got 7.5`,
      `holds (controls.positive): expected a round that the arm "steps, 0.2" records (${rounds}), got 7.5`,
    ],
  ],
  [
    "a metric of the end as a curve",
    { effect: { unit: "1", of: (trial: Untyped) => trial.at("amplitude", 10) } },
    ['effect.of: expected a metric that the arm "steps, 0.1" records while it trains, got "amplitude" (distance)'],
  ],
  ["a predicate without return", { holds: () => {} }, ["holds: expected true or false, got none; does it return?"]],
  [
    "an async predicate",
    { holds: async () => true },
    ["holds: expected true or false, got a promise; a predicate may not be async"],
  ],
  [
    "a third trial of a claim of two arms",
    {
      for: ["steps, 0.1", "steps, 0.2"],
      holds: (a: Untyped, b: Untyped, c: Untyped) => a.end.distance < b.end.distance || c.end.distance < 1,
    },
    ["holds: expected true or false, got TypeError: Cannot read properties of undefined (reading 'end')"],
  ],
  ["an effect that is no number", { effect: { unit: "1", of: () => "1" } }, ['effect.of: expected a number, got "1"']],
  [
    "a threshold of no number",
    { holds: undefined, threshold: { unit: "1", of: () => true, below: 1 } },
    ["threshold.of: expected a number, got true"],
  ],
  [
    "a misspelt metric of a threshold, of the controls' arms too",
    {
      ...{ holds: undefined, controls: others },
      threshold: { unit: "1", of: ({ end }: Untyped) => end.distanse, below: 1 },
    },
    [
      'threshold.of: expected a metric that the arm "steps, 0.1" records, got "distanse"; did you mean "distance"?',
      'threshold.of (controls.negative): expected a metric that the arm "none" records, got "distanse"; did you mean "distance"?',
      'threshold.of (controls.positive): expected a metric that the arm "steps, 0.2" records, got "distanse"; did you mean "distance"?',
    ],
  ],
  [
    "a condition that is no boolean",
    { among: () => 1 },
    [
      "among: expected true or false, got 1",
      "among (controls.negative): expected true or false, got 1",
      "among (controls.positive): expected true or false, got 1",
    ],
  ],
  [
    "a control's own predicate",
    { controls: { ...own, positive: { what: "x", holds: () => "yes" } } },
    ['controls.positive.holds: expected true or false, got "yes"'],
  ],
])("%s is found before anything trains", (_, changes, lines) => {
  expect(told({ ...rate, ...changes })).toEqual(lines);
});

test("a comparison's value is asked of all its arms before anything trains", () => {
  const value = { unit: "1", of: ({ end }: Untyped) => end.distanse };
  const line = (arm: string) =>
    `expected a metric that the arm "${arm}" records, got "distanse"; did you mean "distance"?`;
  expect(told({ ...comparison, value }, "comparison")).toEqual([
    `value.of: ${line("steps, 0.1")}`,
    `value.of: ${line("none")}`,
    `value.of (controls.positive): ${line("steps, 0.2")}`,
    `value.of (controls.positive): ${line("none")}`,
  ]);
  expect(told({ ...comparison, value: { unit: "1", of: () => true } }, "comparison")).toEqual([
    "value.of: expected a number, got true",
    "value.of: expected a number, got true",
    "value.of (controls.positive): expected a number, got true",
    "value.of (controls.positive): expected a number, got true",
  ]);
});

test("a statistic that decides nothing is found before anything trains", () => {
  const decides = (verdict: string) => () => ({ verdict, estimate: 0, interval: [0, 1] });
  const statistic = { ...said, for: "steps, 0.1", decide: decides("open"), unit: "1", controls: others };
  expect(told(statistic, "statistic")).toEqual([]);
  const expected = "expected a decision (verdict, estimate, interval), got";
  expect(told({ ...statistic, decide: () => ({}) }, "statistic")).toEqual([
    `decide: ${expected} {}`,
    `decide (controls.negative): ${expected} {}`,
    `decide (controls.positive): ${expected} {}`,
  ]);
  const negative = { what: "x", decide: decides("inconclusive") };
  expect(told({ ...statistic, controls: { ...others, negative } }, "statistic")).toEqual([
    expect.stringContaining(`controls.negative.decide: ${expected} {"verdict":"inconclusive"`),
  ]);
});

test("a finding that speaks of an arm or a metric that is not there is found before anything trains", () => {
  const tell = (finding: unknown) => told({ ...rate, finding });
  expect(tell("Words.")).toEqual([]);
  expect(tell(({ median }: FindingRun) => median("none", ({ end }) => end.distance))).toEqual([]);
  expect(tell(({ median }: FindingRun) => median("nine", ({ end }) => end.distance))).toEqual([
    'finding: expected an arm of the source, got "nine"; did you mean "none"?',
  ]);
  expect(
    tell(({ count }: FindingRun) => `${count("none", ({ end }) => (end as Record<string, number>).biasX > 0)}`),
  ).toEqual([expect.stringContaining('a metric that the arm "none" records, got "biasX"')]);
  let computed = 0;
  const long = ({ computed: compute }: FindingRun) => `${compute(() => ++computed)}`;
  expect(tell(long)).toEqual([]);
  expect(computed, "computed only when the finding is told").toBe(0);
  expect(tell(() => undefined)).toEqual(["finding: expected a text, got none; does it return?"]);
  expect(tell(12)).toEqual(["finding: expected a text, or a function that returns one, got 12"]);
});

test("TypeScript rejects misspelt metrics and more trials than a claim has arms", () => {
  source(about, arms, [], ({ claim, comparison: compare, statistic }) => {
    const words = { ...said, atLeast: 0.5 } as const;
    const pairs = {
      negative: { what: "the other way round", for: ["none", "steps, 0.1"] },
      positive: { what: "larger steps", for: ["steps, 0.2", "none"] },
    } as const;
    const two = { ...words, for: ["steps, 0.1", "none"], controls: pairs } as const;
    const single = {
      negative: { what: "no steps", for: "none" },
      positive: { what: "larger steps", for: "steps, 0.2" },
    } as const;
    claim("is-typed", { ...two, holds: (a, b) => a.end.distance < b.at("distance", 10) });
    claim("is-typed-in-its-controls", {
      ...words,
      for: "steps, 0.1",
      holds: ({ end }) => end.distance < 1,
      controls: {
        negative: { what: "none", for: ["steps, 0.1", "none"], holds: (_, none) => none.end.distance < -1 },
        positive: { what: "larger", for: ["steps, 0.2", "none"], holds: (_, none) => none.end.distance < 1 },
      },
    });
    compare("compares", {
      ...said,
      for: ["steps, 0.1", "none"],
      value: { unit: "1", of: ({ end }) => end.distance },
      better: "smaller",
      controls: { positive: pairs.positive },
    });
    statistic("has-rows", {
      ...said,
      for: ["steps, 0.1", "none"],
      unit: "1",
      decide: (rows, level) => ({
        verdict: rows.every(([a, b]) => a.end.distance < b.end.distance + level) ? "reproduced" : "open",
        estimate: rows.length,
        interval: [0, 1],
      }),
      controls: pairs,
    });
    const wrong = () => {
      // @ts-expect-error: no metric of that name
      claim("misspelt", { ...two, holds: (a) => a.end.waserstein1 < 1 });
      // @ts-expect-error: no metric of that name
      claim("misspelt-curve", { ...two, holds: (a) => a.at("distanse", 10) < 1 });
      // @ts-expect-error: two arms, three trials
      claim("third-trial", { ...two, holds: (a, b, c) => a.end.distance < b.end.distance + c.end.distance });
      // @ts-expect-error: no arm of that name
      claim("unknown-arm", { ...words, for: "steps", holds: () => true, controls: single });
      claim("second-trial", {
        ...words,
        for: "steps, 0.1",
        // @ts-expect-error: one arm, two trials
        holds: (a, b) => a.end.distance < b.end.distance,
        controls: single,
      });
    };
    expect(wrong).toBeTypeOf("function");
  });
});
