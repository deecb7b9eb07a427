import { expect, test } from "vitest";
import { falseDecision } from "../statistics/sequential-error.ts";
import { exactClaim, rateClaim, results, statisticClaim } from "./fixture.ts";
import { together } from "./together.ts";

test("what barely decides does not stand among many that are open", () => {
  const strong = rateClaim("strong", { pattern: "-", rate: 0.9 });
  const weak = rateClaim("weak", { pattern: "+" });
  expect(together([strong, weak]).fallen).toEqual([]);
  const open = Array.from({ length: 60 }, (_, i) => rateClaim(`open-${i}`, { pattern: "+++-", looked: 64 }));
  const { decided, fallen } = together([strong, weak, ...open]);
  expect(decided).toBe(2);
  expect(fallen.map(({ id }) => id)).toEqual(["bias-game/weak"]);
});

test("seeds that are recorded beyond a decision are evidence too, for it and against it", () => {
  const weak = rateClaim("weak", { pattern: "+" });
  const open = Array.from({ length: 60 }, (_, i) => rateClaim(`open-${i}`, { pattern: "+++-", looked: 64 }));
  const fallen = (recorded: { successes: number; seeds: number }) =>
    together([{ ...weak, recorded }, ...open]).fallen.length;
  expect(fallen({ successes: 22, seeds: 22 })).toBe(1);
  expect(fallen({ successes: 1000, seeds: 1024 })).toBe(0);
  expect(fallen({ successes: 500, seeds: 1024 })).toBe(1);
});

test("false verdicts to expect: exact for each rate, 5 % for a statistic, none for algebra and what was not tried", () => {
  const rate = rateClaim("a", { pattern: "+" });
  const tried = together([
    rate,
    statisticClaim("b"),
    exactClaim("c"),
    { ...rate, seeds: 0, successes: 0, looked: 0, recorded: { successes: 0, seeds: 0 } },
  ]);
  expect(tried.tested).toBe(2);
  expect(tried.expectedFalse).toBeCloseTo(falseDecision({ rate: 0.75, cap: 1024 }) + 0.05, 12);
});

test("a difference that does not matter stands by its evidence against both bounds", () => {
  const [, , , equal] = results.claims;
  expect(together([equal]).fallen).toEqual([]);
});
