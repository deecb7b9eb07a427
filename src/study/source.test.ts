import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import { about } from "./registration.fixture.ts";
import { source } from "./source.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const claim = {
  quote: "It works.",
  at: "page 1",
  hypothesis: "It works.",
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
  const figure = { id: "f", title: "Title", caption: "Caption.", only: "full", draw: () => "<svg/>" } as const;
  const ours = source(about, arms, [figure], (words) =>
    words.claim("works", { ...claim, expected: { full: "reproduced" } }),
  );
  expect(ours.claims.quick).toEqual([]);
  expect(ours.claims.full.map(({ id }) => id)).toEqual(["s/works"]);
  expect([ours.figures.quick.length, ours.figures.full.length]).toEqual([0, 1]);
  expect(() => source(about, arms, [], (words) => words.claim("works", claim))).toThrow(
    's/works: control.for: expected an arm of the source at quick ("a"), got "b"',
  );
});
