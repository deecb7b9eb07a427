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
  expect(claims.quick.map(({ id, kind }) => [id, kind])).toEqual([["s/works", "rate"]]);
});

test("a profile may have arms, claims and figures of its own", () => {
  const arms = (profile: string) =>
    ({ a: arm, ...(profile === "full" && { b: arm }) }) as { a: typeof arm; b: typeof arm };
  const figure = { id: "f", title: "", caption: "", only: "full", draw: () => "<svg/>" } as const;
  const ours = source(about, arms, [figure], (words) =>
    words.claim("works", { ...claim, expected: { full: "reproduced" } }),
  );
  expect(ours.claims.quick).toEqual([]);
  expect(ours.claims.full.map(({ id }) => id)).toEqual(["s/works"]);
  expect([ours.figures.quick.length, ours.figures.full.length]).toEqual([0, 1]);
  expect(() => source(about, arms, [], (words) => words.claim("works", claim))).toThrow(
    's/works expects the arm "b", but the source has a',
  );
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
