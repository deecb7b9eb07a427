import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import { about, refusal } from "./registration.fixture.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const arms = { "steps, 0.1": arm, "steps, 0.2": arm, none: arm };
const figure = { id: "film", title: "Title", caption: "Caption.", draw: () => "<svg/>" };

const said = { says: "states", quote: "It works.", at: "page 1", hypothesis: "It works." } as const;
const others = { negative: { what: "no steps", for: "none" }, positive: { what: "larger steps", for: "steps, 0.2" } };
const rate = { ...said, for: "steps, 0.1", holds: () => true, atLeast: 0.5, controls: others };
const threshold = { ...rate, holds: undefined, threshold: { unit: "1", of: () => 1, below: 2 } };
const comparison = {
  ...said,
  for: ["steps, 0.1", "none"],
  value: { unit: "1", of: ({ end }: Untyped) => end.distance },
  better: "smaller",
  controls: { positive: { what: "larger steps", for: ["steps, 0.2", "none"] } },
};
const decision = { verdict: "open", estimate: 0, interval: [0, 1] };
const statistic = { ...said, for: "steps, 0.1", decide: () => decision, unit: "1", controls: others };
const exact = { ...said, check: () => ({}), controls: { negative: { what: "another", check: () => ({}) } } };
const untested = { ...said, why: "No such data." };
const claims = { claim: rate, comparison, statistic, exact, untested };
type Word = keyof typeof claims;

/** A trial as a caller without types sees it. */
interface Untyped {
  readonly end: Readonly<Record<string, number>>;
  at(metric: string, round: number): number;
}

/** The faults that registering a claim reports, for any input of an untyped caller. */
const told = (claim: object, word: Word = "claim", name = "works") =>
  refusal(() =>
    source(about, arms, [figure], (words) => (words[word] as (name: string, claim: object) => void)(name, claim)),
  ).map((line) => line.replace("s/works: ", ""));

test.each(Object.entries(claims))("a %s that is well written is registered", (word, claim) => {
  expect(told(claim, word as Word)).toEqual([]);
});

test("a threshold is registered in place of a predicate", () => {
  expect(told(threshold)).toEqual([]);
});

test.each<[title: string, changes: object, line: string]>([
  ["nobody who says it", { says: undefined }, "says: expected one of states, implies, ours, got none"],
  ["a misspelt saying", { says: "state" }, 'says: expected one of states, implies, ours, got "state"'],
  [
    "what a source states without its words",
    { quote: undefined },
    "quote: expected the words with which the source states it, got none",
  ],
  [
    "what a source implies without its words",
    { says: "implies", quote: undefined },
    "quote: expected the words with which the source implies it, got none",
  ],
  ["an empty quote", { quote: "" }, 'quote: expected some text, got ""'],
  ["a rate in percent", { atLeast: 75 }, "atLeast: expected a rate above 0, below 1, got 75"],
  ["a rate as text", { atLeast: "0.75" }, 'atLeast: expected a rate above 0, below 1, got "0.75"'],
  ["a rate of 0", { atLeast: 0 }, "atLeast: expected a rate above 0, below 1, got 0"],
  ["a rate of 1, which no seeds can show", { atLeast: 1 }, "atLeast: expected a rate above 0, below 1, got 1"],
  ["no rate", { atLeast: undefined }, "atLeast: expected a rate above 0, below 1, got none"],
  ["a cap of 0 seeds", { cap: 0 }, "cap: expected a whole number from 1 to 1,000,000, got 0"],
  ["no predicate", { holds: true }, "holds: expected a function, got true"],
  [
    "neither predicate nor threshold",
    { holds: undefined },
    "expected a predicate (holds) or a threshold, and not both",
  ],
  [
    "a predicate and a threshold",
    { threshold: threshold.threshold },
    "expected a predicate (holds) or a threshold, and not both",
  ],
  [
    "a threshold without a bound",
    { holds: undefined, threshold: { unit: "1", of: () => 1 } },
    "threshold: expected one bound: below or above",
  ],
  [
    "a threshold of two bounds",
    { holds: undefined, threshold: { unit: "1", of: () => 1, below: 2, above: 0 } },
    "threshold: expected one bound: below or above",
  ],
  ["no controls", { controls: undefined }, "controls: expected settings (negative, positive), got none"],
  [
    "no positive control",
    { controls: { negative: others.negative } },
    "controls.positive: expected settings (what, for, holds), got none",
  ],
  [
    "a control that changes nothing",
    { controls: { ...others, positive: { what: "x" } } },
    "controls.positive: expected other arms (for) or another predicate (holds) than the claim's",
  ],
  [
    "a control that is the claim itself",
    { controls: { ...others, negative: { what: "x", for: "steps, 0.1" } } },
    "controls.negative: expected other arms (for) or another predicate than the claim's, got the claim itself",
  ],
  [
    "a control that does not say what it is",
    { controls: { ...others, negative: { for: "none" } } },
    "controls.negative.what: expected some text, got none",
  ],
  [
    "a misspelt arm",
    { for: "steps, 0.3x" },
    'for: expected an arm of the source, got "steps, 0.3x"; did you mean "steps, 0.1"?',
  ],
  [
    "an arm of another source",
    { for: "film" },
    'for: expected an arm of the source ("steps, 0.1", "steps, 0.2", "none"), got "film"',
  ],
  [
    "an unknown arm of a control",
    { controls: { ...others, positive: { what: "x", for: "non" } } },
    'controls.positive: expected an arm of the source, got "non"; did you mean "none"?',
  ],
  [
    "a misspelt figure",
    { figures: ["films"] },
    'figures: expected a figure of the source, got "films"; did you mean "film"?',
  ],
  [
    "an unknown setting",
    { atleast: 0.5 },
    "expected no other settings than title, says, quote, at, hypothesis, version, formerly, cap, finding, figures, for, holds, " +
      'threshold, among, judgesDead, atLeast, controls, effect, got "atleast"',
  ],
])("%s is rejected before anything trains", (_, changes, line) => {
  expect(told({ ...rate, ...changes })).toEqual([expect.stringContaining(line)]);
});

test("what is ours may do without a quotation", () => {
  expect(told({ ...rate, says: "ours", quote: undefined })).toEqual([]);
});

test("comparisons, statistics, claims of algebra and those that are not tested are checked alike", () => {
  expect(told({ ...comparison, better: "less" }, "comparison")).toEqual([
    'better: expected one of smaller, larger, got "less"',
  ]);
  expect(told({ ...comparison, for: "steps, 0.1" }, "comparison")).toEqual([
    'for: expected two names of arms, got "steps, 0.1"',
  ]);
  expect(told({ ...comparison, tie: -1 }, "comparison")).toEqual(["tie: expected a difference of at least 0, got -1"]);
  expect(told({ ...statistic, unit: undefined }, "statistic")).toEqual(["unit: expected some text, got none"]);
  expect(told({ ...exact, controls: { negative: { what: "another" } } }, "exact")).toEqual([
    "controls.negative.check: expected a function, got none",
  ]);
  expect(told({ ...untested, why: "" }, "untested")).toEqual(['why: expected some text, got ""']);
});

const twoArms = { ...rate, for: ["steps, 0.1", "steps, 0.2"] };
const itself = (arm: string) => ({ what: "against itself", for: [arm, arm] });
const onOneSeed = (where: string, arm: string) =>
  `${where}: expected arms that differ, got "${arm}" against itself on one seed, which is decided before anything trains`;

test("a tautological control, an arm against itself on the same seed, is refused with one line", () => {
  const sound = { what: "other arms", for: ["none", "steps, 0.2"] };
  const [negative, positive] = [itself("none"), itself("steps, 0.2")];
  expect(
    told({ ...twoArms, controls: { negative: sound, positive: { ...sound, for: ["steps, 0.2", "none"] } } }),
  ).toEqual([]);
  expect(told({ ...twoArms, controls: { negative, positive: sound } })).toEqual([
    onOneSeed("controls.negative", "none"),
  ]);
  expect(told({ ...twoArms, controls: { negative: sound, positive } })).toEqual([
    onOneSeed("controls.positive", "steps, 0.2"),
  ]);
  // With a predicate of its own too, and beside other arms.
  const holds = (a: Untyped, b: Untyped) => a.end.distance < b.end.distance;
  expect(told({ ...twoArms, controls: { negative: { ...negative, holds }, positive: sound } })).toEqual([
    onOneSeed("controls.negative", "none"),
  ]);
  const three = { ...rate, for: ["none", "steps, 0.1", "steps, 0.2"] };
  const again = { what: "one of them twice", for: ["none", "steps, 0.1", "none"] };
  const shuffled = { what: "another order", for: ["steps, 0.1", "none", "steps, 0.2"] };
  expect(told({ ...three, controls: { negative: again, positive: shuffled } })).toEqual([
    onOneSeed("controls.negative", "none"),
  ]);
  // Two equal arms in the place of two different ones are compared with a third.
  const equal = { what: "no steps in the place of all others", for: ["steps, 0.1", "none", "none"] };
  expect(told({ ...three, controls: { negative: equal, positive: shuffled } })).toEqual([]);
});

test("a claim that compares an arm with itself is refused too, whatever its controls", () => {
  const sound = { what: "other arms", for: ["none", "steps, 0.2"] };
  const controls = { negative: sound, positive: { ...sound, for: ["steps, 0.2", "none"] } };
  expect(told({ ...rate, for: ["none", "none"], controls })).toEqual([onOneSeed("for", "none")]);
  expect(told({ ...comparison, for: ["none", "none"] }, "comparison")).toEqual([onOneSeed("for", "none")]);
  expect(told({ ...comparison, controls: { positive: itself("none") } }, "comparison")).toEqual([
    onOneSeed("controls.positive", "none"),
  ]);
  expect(told({ ...comparison, controls: { positive: { what: "x", for: comparison.for } } }, "comparison")).toEqual([
    "controls.positive: expected other arms (for) or another predicate than the claim's, got the claim itself",
  ]);
});

test("a statistic may ask two things of one arm, but compares no arm with itself as a control", () => {
  const sound = { what: "other arms", for: ["none", "steps, 0.2"] };
  const two = {
    ...statistic,
    for: ["steps, 0.1", "steps, 0.2"],
    controls: { negative: itself("none"), positive: sound },
  };
  expect(told(two, "statistic")).toEqual([onOneSeed("controls.negative", "none")]);
  const one = { negative: itself("none"), positive: itself("steps, 0.2") };
  expect(told({ ...statistic, for: ["steps, 0.1", "steps, 0.1"], controls: one }, "statistic")).toEqual([]);
  const decide = () => decision;
  const own = { ...two, controls: { negative: { ...itself("none"), decide }, positive: sound } };
  expect(told(own, "statistic")).toEqual([]);
});

test("a control takes as many arms as its claim's predicate", () => {
  expect(told({ ...twoArms, controls: others })).toEqual([
    "controls.negative.for: expected 2 arms, as the claim's predicate takes, got 1",
    "controls.positive.for: expected 2 arms, as the claim's predicate takes, got 1",
  ]);
});

test("two claims of one name are rejected, and a name that a claim had before is taken", () => {
  const two = (name: string, changes: object) => () =>
    source(about, arms, [], (words) => {
      words.claim("works", rate as never);
      words.claim(name, { ...rate, ...changes } as never);
    });
  expect(refusal(two("works", {}))).toEqual(["s/works: expected one claim of each name, got two"]);
  expect(refusal(two("still-works", { formerly: ["works"] }))).toEqual([
    "s/works: expected one claim of each name, got two",
  ]);
  expect(refusal(two("still-works", { formerly: ["worked"] }))).toEqual([]);
});

test("ids that cannot name a file are rejected", () => {
  expect(told(rate, "claim", "")).toHaveLength(1);
  expect(told(rate, "claim", "Works ok")).toEqual([
    's/Works ok: expected a name of a-z, 0-9 and "-", perhaps with a setting after "@", like settles or settles@0.2, got "Works ok"',
  ]);
  expect(told(rate, "claim", "works@0.2")).toEqual([]);
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
    "s: about.seeds: expected settings (cap, drawn), got none",
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
