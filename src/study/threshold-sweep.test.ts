import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import type { Trial } from "../trial/trial.ts";
import { judgeRate } from "./judge-rate.ts";
import { judgedClaim } from "./judged-claim.ts";
import type { ClaimOf } from "./judgement.ts";
import { thresholdVerdicts } from "./threshold-sweep.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const trial = (index: number, distance: number): Trial => ({
  ...{
    arm,
    seed: 1001 + index,
    engine: "wasm",
    state: Number.isNaN(distance) ? "diverged" : "trained",
    digest: "",
    seconds: 0,
  },
  ...{ rounds: new Float64Array(), curves: {}, arrays: {}, end: { distance } },
});
/** Distances 0.01, 0.02, … in an order that mixes small and large ones. */
const near = Array.from({ length: 100 }, (_, i) => trial(i, (((i * 37) % 100) + 1) / 100));
const trials = { near, fitted: near.map(({ seed }) => trial(seed - 1001, 0.001)) };

const claim = (threshold: { below?: number; above?: number }) =>
  judgedClaim(
    "s",
    {
      name: "near",
      word: "claim",
      claim: {
        ...{ says: "ours", at: "", hypothesis: "", for: "near", atLeast: 0.5 },
        threshold: { unit: "distance", of: ({ end }) => end.distance, ...threshold },
        controls: { negative: { what: "" }, positive: { what: "", for: "fitted" } },
      },
    },
    1024,
  ) as ClaimOf<"rate">;

const verdictOf = (threshold: { below?: number; above?: number }) => judgeRate(claim(threshold), trials).verdict;

test("the verdict for every bound is the one that judging with it gives", () => {
  const { verdicts, ...said } = thresholdVerdicts(claim({ below: 0.5 }), trials)!;
  expect(said).toEqual({ unit: "distance", side: "below", bound: 0.5 });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["contradicted", "open", "reproduced"]);
  expect([verdicts[0].from, verdicts[2].to]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (let below = 0.005; below < 1.1; below += 0.05) {
    const part = verdicts.find(({ from, to }) => from < below && below <= to);
    expect(part?.verdict, `below ${below}`).toBe(verdictOf({ below }));
  }
  for (const { from } of verdicts.slice(1)) {
    expect(verdictOf({ below: from }), "a bound that is a value leaves its trial out").not.toBe(
      verdictOf({ below: from + 0.005 }),
    );
  }
});

test("above a bound it is the other way round", () => {
  const { side, verdicts } = thresholdVerdicts(claim({ above: 0.5 }), trials)!;
  expect(side).toBe("above");
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["reproduced", "open", "contradicted"]);
  for (const { from } of verdicts.slice(1))
    expect(verdictOf({ above: from })).not.toBe(verdictOf({ above: from - 0.005 }));
});

test("a trial that diverged fails at every bound", () => {
  const diverged = { ...trials, near: near.map((_, i) => trial(i, i % 4 === 0 ? 0.1 : Number.NaN)) };
  const { verdicts } = thresholdVerdicts(claim({ below: 0.5 }), diverged)!;
  expect(verdicts).toEqual([{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, verdict: "contradicted" }]);
});
