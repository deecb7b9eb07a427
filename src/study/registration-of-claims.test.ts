import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import type { FindingRun } from "../language/claim.ts";
import { game } from "../language/describe.ts";
import { UsageError } from "../language/usage-error.ts";
import { about } from "./registration.fixture.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const arms = { "steps, 0.1": arm, "steps, 0.2": arm, none: arm };
const figure = { id: "film", title: "Title", caption: "Caption.", draw: () => "<svg/>" };

const said = { quote: "It works.", at: "page 1", hypothesis: "It works.", expected: { quick: "reproduced" } };
const rate = {
  ...said,
  for: "steps, 0.1",
  holds: () => true,
  atLeast: 0.5,
  control: { what: "no steps", for: "none" },
};
const statistic = {
  ...said,
  for: "steps, 0.1",
  decide: () => ({}),
  unit: "1",
  control: { what: "no steps", for: "none" },
};
const exact = { ...said, check: () => ({}), control: { what: "another", check: () => ({}) } };

const refusal = (register: () => void): string[] => {
  try {
    register();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message.split("\n");
  }
  return [];
};
/** The faults that registering a claim reports, for any input of an untyped caller. */
const told = (claim: object, name = "works", kind: "claim" | "statistic" | "exact" = "claim") =>
  refusal(() =>
    source(about, arms, [figure], (words) => (words[kind] as (name: string, claim: object) => void)(name, claim)),
  );

test.each<[title: string, changes: object, line: string]>([
  [
    "a misspelt profile",
    { expected: { quik: "reproduced", full: "reproduced" } },
    'expected: expected no other settings than quick, full, got "quik"',
  ],
  [
    "a verdict for no profile",
    { expected: {} },
    "expected: expected a verdict for at least one profile (quick, full), got {}",
  ],
  ["no verdicts at all", { expected: undefined }, "expected: expected settings (quick, full), got none"],
  [
    "a misspelt verdict",
    { expected: { quick: "reproducd" } },
    'expected.quick: expected one of reproduced, contradicted, inconclusive, got "reproducd"',
  ],
  ["a rate in percent", { atLeast: 75 }, "atLeast: expected a rate above 0, at most 1, got 75"],
  ["a rate as text", { atLeast: "0.75" }, 'atLeast: expected a rate above 0, at most 1, got "0.75"'],
  ["a rate of 0", { atLeast: 0 }, "atLeast: expected a rate above 0, at most 1, got 0"],
  ["no rate", { atLeast: undefined }, "atLeast: expected a rate above 0, at most 1, got none"],
  ["no predicate", { holds: true }, "holds: expected a function, got true"],
  ["no control", { control: undefined }, "control: expected settings (what, for, holds), got none"],
  [
    "a control that changes nothing",
    { control: { what: "x" } },
    'control: expected other arms (for) or another predicate (holds) than the claim\'s, got {"what":"x"}',
  ],
  [
    "a control that is the claim itself",
    { control: { what: "x", for: "steps, 0.1" } },
    "control: expected other arms (for) or another predicate than the claim's, got the claim itself",
  ],
  [
    "a control of too few arms",
    { for: ["steps, 0.1", "steps, 0.2"] },
    "control.for: expected 2 arms, as the claim's predicate takes, got 1",
  ],
  [
    "a control that does not say what it is",
    { control: { for: "none" } },
    "control.what: expected some text, got none",
  ],
  [
    "a misspelt arm",
    { for: "steps, 0.3x" },
    'for: expected an arm of the source at quick, got "steps, 0.3x"; did you mean "steps, 0.1"?',
  ],
  [
    "an arm of another source",
    { for: "film" },
    'for: expected an arm of the source at quick ("steps, 0.1", "steps, 0.2", "none"), got "film"',
  ],
  [
    "an unknown arm of the control",
    { control: { what: "x", for: "non" } },
    'control.for: expected an arm of the source at quick, got "non"; did you mean "none"?',
  ],
  [
    "a misspelt figure",
    { figures: ["films"] },
    'figures: expected a figure of the source, got "films"; did you mean "film"?',
  ],
  ["no quote", { quote: "" }, 'quote: expected some text, got ""'],
  [
    "an unknown setting",
    { atleast: 0.5 },
    'expected no other settings than title, quote, at, hypothesis, expected, version, finding, figures, for, holds, among, judgesDead, atLeast, control, effect, got "atleast"',
  ],
])("%s is rejected before anything trains, and the line names the claim", (_, changes, line) => {
  expect(told({ ...rate, ...changes })).toEqual([`s/works: ${line}`]);
});

test("a claim that is well written is registered", () => {
  expect(told(rate)).toEqual([]);
  expect(told(exact, "works", "exact")).toEqual([]);
});

test("claims about all seeds and claims of algebra are checked alike", () => {
  expect(told({ ...statistic, unit: undefined }, "works", "statistic")).toEqual([
    "s/works: unit: expected some text, got none",
  ]);
  expect(told({ ...exact, control: { what: "another" } }, "works", "exact")).toEqual([
    "s/works: control.check: expected a function, got none",
  ]);
});

test("two claims of one name are rejected", () => {
  const twice = () =>
    source(about, arms, [], (words) => {
      words.claim("works", rate as never);
      words.claim("works", rate as never);
    });
  expect(refusal(twice)).toEqual(["s/works: expected one claim of each name, got two"]);
});

test("ids that cannot name a file are rejected", () => {
  expect(told(rate, "")).toHaveLength(1);
  expect(told(rate, "Works ok")).toEqual([
    's/Works ok: expected a name of a-z, 0-9 and "-", perhaps with a setting after "@", like settles or settles@0.2, got "Works ok"',
  ]);
  expect(told(rate, "works@0.2")).toEqual([]);
  for (const id of ["Dirac GAN/ü", "../escaped", "index", ""]) {
    expect(refusal(() => source({ ...about, id }, arms, [], () => {}))).toEqual([
      `${id}: about.id: expected an id of a-z, 0-9 and "-", other than "index", got ${JSON.stringify(id)}`,
    ]);
  }
});

test("what a source says of itself is complete", () => {
  const { seeds, ...nameless } = { ...about, title: undefined };
  expect(refusal(() => source(nameless as never, arms, [], () => {}))).toEqual([
    "s: about.title: expected some text, got none",
    "s: about.seeds: expected settings (quick, full), got none",
  ]);
  expect(refusal(() => source({ ...about, armNotes: { non: "no steps" } }, arms, [], () => {}))).toEqual([
    's: about.armNotes: expected an arm of the source, got "non"; did you mean "none"?',
  ]);
});

test("figures are named, told apart and drawn by a function", () => {
  expect(refusal(() => source(about, arms, [figure, figure], () => {}))).toEqual([
    's, figure "film": expected one figure of each id, got two',
  ]);
  expect(refusal(() => source(about, arms, [{ ...figure, draw: undefined as never }], () => {}))).toEqual([
    's, figure "film": draw: expected a function, got none',
  ]);
});

/** A trial as a caller without types sees it. */
interface Untyped {
  readonly end: Readonly<Record<string, number>>;
  at(metric: string, round: number): number;
}

test.each<[title: string, changes: object, lines: string[]]>([
  [
    "a misspelt metric",
    { holds: ({ end }: Untyped) => end.distanse < 1 },
    [
      'holds: expected a metric that the arm "steps, 0.1" records, got "distanse"; did you mean "distance"?',
      'control.holds: expected a metric that the arm "none" records, got "distanse"; did you mean "distance"?',
    ],
  ],
  [
    "a metric behind a condition",
    { holds: ({ end }: Untyped) => end.distance < 1 && end.amplitud < 1 },
    [
      'holds: expected a metric that the arm "steps, 0.1" records, got "amplitud"; did you mean "amplitude"?',
      'control.holds: expected a metric that the arm "none" records, got "amplitud"; did you mean "amplitude"?',
    ],
  ],
  [
    "a round that is not recorded",
    { holds: (trial: Untyped) => trial.at("distance", 7.5) < 1 },
    [
      'holds: expected a round that the arm "steps, 0.1" records (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), got 7.5',
      'control.holds: expected a round that the arm "none" records (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), got 7.5',
    ],
  ],
  [
    "a metric of the end as a curve",
    { effect: { unit: "1", of: (trial: Untyped) => trial.at("amplitude", 10) } },
    [
      'effect.of: expected a metric that the arm "steps, 0.1" records while it trains, got "amplitude" (distance)',
      'effect.of (of the control): expected a metric that the arm "none" records while it trains, got "amplitude" (distance)',
    ],
  ],
  [
    "a predicate without return",
    { holds: () => {}, control: { what: "none", holds: () => false } },
    ["holds: expected true or false, got none; does it return?"],
  ],
  [
    "an async predicate",
    { holds: async () => true, control: { what: "none", holds: () => false } },
    ["holds: expected true or false, got a promise; a predicate may not be async"],
  ],
  [
    "a third trial of a claim of two arms",
    {
      for: ["steps, 0.1", "steps, 0.2"],
      holds: (a: Untyped, b: Untyped, c: Untyped) => a.end.distance < b.end.distance || c.end.distance < 1,
      control: { what: "none", for: ["none", "none"], holds: () => false },
    },
    ["holds: expected true or false, got TypeError: Cannot read properties of undefined (reading 'end')"],
  ],
  [
    "an effect that is no number",
    { effect: { unit: "1", of: () => "1" } },
    ['effect.of: expected a number, got "1"', 'effect.of (of the control): expected a number, got "1"'],
  ],
])("%s is found before anything trains", (_, changes, lines) => {
  expect(told({ ...rate, ...changes })).toEqual(lines.map((line) => `s/works: ${line}`));
});

test("a statistic that decides nothing is found before anything trains", () => {
  expect(told(statistic, "works", "statistic")).toEqual([
    "s/works: decide: expected a decision (verdict, estimate, interval), got {}",
    "s/works: control.decide: expected a decision (verdict, estimate, interval), got {}",
  ]);
});

test("TypeScript rejects misspelt metrics and more trials than a claim has arms", () => {
  source(about, arms, [], ({ claim }) => {
    const words = { ...said, atLeast: 0.5, expected: { quick: "reproduced" } } as const;
    const two = {
      ...words,
      for: ["steps, 0.1", "steps, 0.2"],
      control: { what: "none", for: ["none", "none"] },
    } as const;
    claim("is-typed", { ...two, holds: (a, b) => a.end.distance < b.at("distance", 10) });
    claim("is-typed-in-its-control", {
      ...words,
      for: "steps, 0.1",
      holds: ({ end }) => end.distance < 1,
      control: { what: "none", for: ["steps, 0.1", "none"], holds: (_, none) => none.end.distance < 1 },
    });
    const wrong = () => {
      // @ts-expect-error: no metric of that name
      claim("misspelt", { ...two, holds: (a) => a.end.waserstein1 < 1 });
      // @ts-expect-error: no metric of that name
      claim("misspelt-curve", { ...two, holds: (a) => a.at("distanse", 10) < 1 });
      // @ts-expect-error: two arms, three trials
      claim("third-trial", { ...two, holds: (a, b, c) => a.end.distance < b.end.distance + c.end.distance });
      // @ts-expect-error: no arm of that name
      claim("unknown-arm", { ...words, for: "steps", holds: () => true, control: { what: "none", for: "none" } });
      claim("second-trial", {
        ...words,
        for: "steps, 0.1",
        // @ts-expect-error: one arm, two trials
        holds: (a, b) => a.end.distance < b.end.distance,
        control: { what: "none", for: "none" },
      });
    };
    expect(wrong).toBeTypeOf("function");
  });
});

test("a finding that speaks of an arm or a metric that is not there is found before anything trains", () => {
  const tell = (finding: unknown) =>
    refusal(() => source(about, arms, [], ({ claim }) => claim("works", { ...rate, finding } as never)));
  expect(tell("Words.")).toEqual([]);
  expect(tell(({ median }: FindingRun) => median("none", ({ end }) => end.distance))).toEqual([]);
  expect(tell(({ median }: FindingRun) => median("nine", ({ end }) => end.distance))).toEqual([
    's/works: finding: expected an arm of the source at quick, got "nine"; did you mean "none"?',
  ]);
  expect(
    tell(({ count }: FindingRun) => `${count("none", ({ end }) => (end as Record<string, number>).biasX > 0)}`),
  ).toEqual([expect.stringContaining('a metric that the arm "none" records, got "biasX"')]);
  let computed = 0;
  const long = ({ computed: compute }: FindingRun) => `${compute(() => ++computed)}`;
  expect(tell(long)).toEqual([]);
  expect(computed, "computed only when the finding is told").toBe(0);
  expect(tell(() => undefined)).toEqual(["s/works: finding: expected a text, got none; does it return?"]);
  expect(tell(12)).toEqual(["s/works: finding: expected a text, or a function that returns one, got 12"]);
});
