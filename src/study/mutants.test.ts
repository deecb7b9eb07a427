import { expect, test } from "vitest";
import type { Claim } from "../language/claim.ts";
import { normal } from "../language/describe.ts";
import type { Trial } from "../trial/trial.ts";
import { judge } from "./judge.ts";
import { judgedClaim } from "./judged-claim.ts";
import { countMutants } from "./mutants.ts";

/** Trials of an arm that end with these values of `mean`. */
const ending = (values: readonly number[]): Trial[] =>
  values.map((mean, i) => ({
    arm: { kind: "sample", data: normal({ mean: 0, sd: 1 }), size: 1, stream: "draws", metrics: ["mean"] },
    seed: 1001 + i,
    engine: "wasm",
    state: "trained",
    rounds: new Float64Array(),
    curves: {},
    end: { mean },
    arrays: {},
    digest: `${i}`,
    seconds: 0,
  }));

const seeds = Array.from({ length: 64 }, (_, i) => i);
const trials = {
  low: ending(seeds.map((i) => 0.1 + i / 1000)),
  high: ending(seeds.map((i) => 2 + i / 1000)),
  untrained: ending(seeds.map((i) => 5 + i / 1000)),
};
const said = { says: "ours", at: "page 1", hypothesis: "It ends low." } as const;
const comparison = judgedClaim(
  "s",
  {
    name: "low",
    word: "comparison",
    claim: {
      ...said,
      for: ["low", "high"],
      value: { unit: "1", of: ({ end }) => end.mean },
      better: "smaller",
      controls: { positive: { what: "untrained", for: ["high", "untrained"] } },
    },
  },
  64,
);
const threshold = (below: number): Claim =>
  judgedClaim(
    "s",
    {
      name: "below",
      word: "claim",
      claim: {
        ...said,
        for: "low",
        threshold: { unit: "1", of: ({ end }) => end.mean, below },
        atLeast: 0.75,
        controls: { negative: { what: "untrained", for: "untrained" }, positive: { what: "high", for: "high" } },
      },
    },
    64,
  );

test("a comparison notices exchanged arms, a turned predicate, turned signs and lost counts", () => {
  expect(countMutants(judge(comparison, trials), trials)).toEqual({ noticed: 4, planted: 4, missed: [] });
});

test("a bound that everything is below misses what does not bring it beyond, and says which", () => {
  expect(countMutants(judge(threshold(1), trials), trials)).toMatchObject({
    planted: 4,
    missed: ["the signs of all values turned"],
  });
  expect(countMutants(judge(threshold(9), trials), trials)?.missed).toEqual([
    "the negative control's arms",
    "the signs of all values turned",
  ]);
});

test("of a claim that is open nothing is counted", () => {
  const few = Object.fromEntries(Object.entries(trials).map(([arm, ofArm]) => [arm, ofArm.slice(0, 4)]));
  expect(countMutants(judge(comparison, few), few)).toBeUndefined();
});
