import { expect, test } from "vitest";
import { biasGame, game } from "../experiment/describe.ts";
import { toySeeds } from "../experiment/profile.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const about = { id: "s", title: "", authors: "", reference: "", file: "", lead: "", differences: [], seeds: toySeeds };
const claim = {
  quote: "",
  at: "",
  hypothesis: "",
  for: "a" as const,
  holds: () => true,
  atLeast: 0.5,
  control: { what: "b", for: "b" as const },
  expected: { quick: "reproduced", full: "reproduced" } as const,
};

test("claims get the source's name in front", () => {
  const { claims } = source(about, { a: arm, b: arm }, [], (words) => words.claim("works", claim));
  expect(claims.map(({ id, kind }) => [id, kind])).toEqual([["s/works", "rate"]]);
});

test("an unknown arm, a name twice, an unknown figure are refused", () => {
  expect(() => source(about, { a: arm }, [], (words) => words.claim("works", claim as never))).toThrow(
    's/works expects the arm "b", but the source has a',
  );
  expect(() =>
    source(about, { a: arm, b: arm }, [], (words) => {
      words.claim("works", claim);
      words.claim("works", claim);
    }),
  ).toThrow("expected one claim of each name, got s/works twice");
  expect(() =>
    source(about, { a: arm, b: arm }, [], (words) => words.claim("works", { ...claim, figures: ["x"] })),
  ).toThrow('s/works expects the figure "x"');
});

test("a control must give its predicate as many arms as the claim does", () => {
  const lone = { ...claim, for: ["a", "b"] as const };
  expect(() => source(about, { a: arm, b: arm }, [], (words) => words.claim("works", lone))).toThrow(
    "s/works expects a control of 2 arms, as its predicate takes, got 1",
  );
});
