import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import { about } from "./registration.fixture.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const arms = { a: arm, b: arm, c: arm };
const figure = { id: "f", title: "Title", caption: "Caption.", draw: () => "<svg/>" };

const said = { says: "ours", at: "page 1", hypothesis: "It works." } as const;
const distance = { unit: "1", of: ({ end }: { readonly end: { readonly distance: number } }) => end.distance };
const controls = { negative: { what: "b", for: "b" }, positive: { what: "c", for: "c" } } as const;
const decision = { verdict: "open", estimate: 0, interval: [0, 1] } as const;
const check = () => ({ holds: true, detail: "1 = 1" });

const { claims, ...rest } = source(about, arms, [figure], ({ claim, comparison, statistic, exact, untested }) => {
  claim("works", { ...said, for: "a", holds: () => true, atLeast: 0.5, controls, formerly: ["worked"] });
  claim("is-near", { ...said, for: "a", threshold: { ...distance, below: 2 }, atLeast: 0.75, cap: 64, controls });
  claim("is-far", { ...said, for: "a", threshold: { ...distance, above: 2 }, atLeast: 0.75, controls });
  comparison("is-nearer", {
    ...said,
    for: ["a", "b"],
    value: distance,
    better: "smaller",
    tie: 0.1,
    controls: { positive: { what: "c", for: ["c", "b"] } },
  });
  statistic("correlates", { ...said, for: "a", decide: () => decision, unit: "1", controls });
  exact("adds-up", { ...said, check, controls: { negative: { what: "another", check } } });
  untested("is-fast", { ...said, why: "no times" });
});
const claimOf = (name: string) => claims.find(({ id }) => id === `s/${name}`);

/** A trial that ended at a distance. */
const at = (of: number) => ({ seed: 1, end: { distance: of }, at: () => Number.NaN }) as never;

test("claims get the source's name in front, its cap unless they have their own, and a kind", () => {
  expect(claims.map(({ id, kind, cap }) => [id, kind, cap])).toEqual([
    ["s/works", "rate", 1024],
    ["s/is-near", "rate", 64],
    ["s/is-far", "rate", 1024],
    ["s/is-nearer", "rate", 1024],
    ["s/correlates", "statistic", 1024],
    ["s/adds-up", "exact", 1024],
    ["s/is-fast", "untested", 1024],
  ]);
  expect(claimOf("works")?.formerly).toEqual(["s/worked"]);
  expect(rest).toEqual({ about, arms, figures: [figure] });
});

test("a threshold becomes a predicate that a value equal to the bound fails, and the claim's effect", () => {
  expect(claimOf("is-near")).toMatchObject({ effect: distance });
  const [near, far] = [claimOf("is-near"), claimOf("is-far")];
  if (near?.kind !== "rate" || far?.kind !== "rate") throw new Error("expected claims about rates");
  expect([1.9, 2, 2.1, Number.NaN].map((value) => near.holds(at(value)))).toEqual([true, false, false, false]);
  expect([1.9, 2, 2.1, Number.NaN].map((value) => far.holds(at(value)))).toEqual([false, false, true, false]);
});

test("a comparison becomes a predicate with a tie, an effect, and a control that is made by itself", () => {
  const nearer = claimOf("is-nearer");
  if (nearer?.kind !== "rate") throw new Error("expected a claim about a rate");
  expect([0.8, 0.95, 1.2].map((value) => nearer.holds(at(value), at(1)))).toEqual([true, false, false]);
  expect(nearer).toMatchObject({ atLeast: 0.5, comparison: { better: "smaller", tie: 0.1 } });
  expect(nearer.effect?.unit).toBe("1, difference");
  expect(nearer.effect?.of(at(3), at(1))).toBe(2);
  expect(nearer.controls).toEqual({
    negative: { what: "“b” against itself on other seeds", for: ["b", "b"] },
    positive: { what: "c", for: ["c", "b"] },
  });
});
