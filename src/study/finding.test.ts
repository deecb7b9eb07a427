import { expect, test } from "vitest";
import type { Finding, FindingRun } from "../language/claim.ts";
import { tellFinding } from "./finding.ts";
import { trial, trials } from "./judge.fixture.ts";

const arms = {
  long: trials(8, (seed) => seed),
  middle: trials(5, (seed) => 10 * seed),
  short: [...trials(2, (seed) => 100 * seed), trial(3, Number.NaN, "diverged")],
};
const tell = (finding: Finding, compute?: (of: () => number) => number) => tellFinding(finding, arms, String, compute);
const sd = ({ end }: { end: Record<string, number> }) => end.sd;

test("a finding is of as many seeds as every arm has that it speaks of", () => {
  expect(tell(({ seeds, count }) => `${count("long", () => true)} of ${seeds}`)).toBe("8 of 8");
  expect(tell(({ seeds, count }) => `${count("middle", () => true)} of ${seeds}`)).toBe("5 of 5");
  const both = ({ seeds, count, median }: FindingRun) =>
    `${count("long", () => true)} of ${seeds}, ${median("long", sd)}, ${count(["long", "middle"], () => true)}`;
  expect(tell(both)).toBe("5 of 5, 3, 5");
  const all = ({ seeds, values, dead }: FindingRun) =>
    `${values("long", sd)}; ${values("short", sd)}; ${dead("middle")}; ${seeds}`;
  expect(tell(all)).toBe("1,2,3; 100,200; 0; 3");
});

test("an arm of which the numbers decide whether it is spoken of counts only if it is", () => {
  const after =
    (least: number): Finding =>
    ({ seeds, quantile }) =>
      Number(quantile("long", 0, sd)) >= least ? `${quantile("short", 0, sd)} of ${seeds}` : `${seeds} seeds`;
  expect(tell(after(1))).toBe("100 of 3");
  expect(tell(after(2))).toBe("8 seeds");
});

test("what no trial decides is computed once, and not at all where the text does not matter", () => {
  let times = 0;
  const finding: Finding = ({ computed, count }) => `${computed(() => ++times)} ${count("short", () => true)}`;
  expect(tell(finding)).toBe("1 2");
  expect(tell(finding, () => 7)).toBe("7 2");
  expect(times).toBe(1);
});

test("nothing is told of an arm that has no trials yet", () => {
  const empty = { ...arms, planned: [] };
  const finding: Finding = ({ seeds, count }) => `${count("planned", () => true)} of ${seeds}`;
  expect(tellFinding(finding, empty, String)).toBeUndefined();
  expect(tellFinding(({ seeds }) => `${seeds}`, empty, String)).toBe("8");
  expect(tellFinding("words", {}, String)).toBe("words");
});

test("an arm that is not there, and what is no text, are errors", () => {
  expect(() => tell(({ count }) => `${count("shorter", () => true)}`)).toThrow(
    'expected trials of the arm "shorter", got none',
  );
  expect(() => tell(() => undefined as never)).toThrow("expected a text, got undefined");
  expect(() => tell(() => " ")).toThrow(TypeError);
});
