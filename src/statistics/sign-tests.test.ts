import { expect, test } from "vitest";
import type { Measured } from "../language/claim.ts";
import { atLeastHalfHold, shownToHold } from "./sign-tests.ts";

const trial = (seed: number, sd: number): Measured => ({ seed, end: { sd } as Measured["end"], at: () => Number.NaN });
const smaller = atLeastHalfHold((a, b) => a.end.sd < b.end.sd);
const level = 0.05;

/** 16 seeds of a base arm at 1, against arms that lose to it on a given number of them. */
const against = (...lost: number[]) =>
  Array.from({ length: 16 }, (_, i) => [trial(i + 1, 1), ...lost.map((n) => trial(i + 1, i < n ? 2 : 0))]);

test("Holm's steps, by hand: of n = 16, 13 wins have p = .0106, and 14 wins p = .0021", () => {
  const shown = (...wins: number[]) =>
    shownToHold(
      wins.map((won) => ({ wins: won, losses: 16 - won })),
      level,
    );
  // .0021·2 and .0106·1 are below .05; a third comparison turns them into .0063, .0213 and p = .40.
  expect(shown(14, 13)).toBe(2);
  expect(shown(14, 13, 9)).toBe(2);
  // Seven comparisons at 13 wins: 7·.0106 = .074, so none is shown, though each alone would be.
  expect(shown(13, 13, 13, 13, 13, 13, 13)).toBe(0);
});

test("half of them shown is enough", () => {
  expect(smaller(against(16, 16, 0, 0), level)).toEqual({ verdict: "reproduced", estimate: 2, interval: [2, 2] });
});

test("more than half shown not to hold contradicts", () => {
  expect(smaller(against(16, 0, 0, 0), level).verdict).toBe("contradicted");
});

test("what is shown neither way leaves it open", () => {
  expect(smaller(against(16, 8, 8, 0), level)).toEqual({ verdict: "open", estimate: 1, interval: [1, 3] });
});

test("each side has half of the level: 2⁻¹⁶ is the probability of 16 wins", () => {
  expect(smaller(against(16), 2 ** -14.9).verdict).toBe("reproduced");
  expect(smaller(against(16), 2 ** -15.1).verdict).toBe("open");
  expect(smaller(against(0), 2 ** -14.9).verdict).toBe("contradicted");
  expect(smaller(against(0), 2 ** -15.1).verdict).toBe("open");
});

test("arms that are equal tie, and ties count for neither side", () => {
  const tied = Array.from({ length: 16 }, (_, i) => [trial(i + 1, 1), trial(i + 1, 1), trial(i + 1, 1)]);
  expect(smaller(tied, level)).toEqual({ verdict: "open", estimate: 0, interval: [0, 2] });
  expect(smaller(tied.slice(0, 8).concat(against(16, 16).slice(8)), level).verdict).toBe("reproduced");
});
