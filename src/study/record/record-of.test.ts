import { expect, test } from "vitest";
import type { Claim, Measured } from "../../language/claim.ts";
import { measured } from "../measured.ts";
import type { Source } from "../source.ts";
import { recordOf, registered, small, trained } from "../study.fixture.ts";
import { numbersOf } from "./columns.ts";
import { withTrials } from "./record-of.ts";
import { recordedTrials } from "./recorded-trials.ts";

/** Small trials with a curve, of which half of the seeds fall. */
const followed = async (count: number) => {
  const trials = await trained(small, { narrow: count, wide: count, point: count });
  return Object.fromEntries(
    Object.entries(trials).map(([arm, ofArm]) => [
      arm,
      ofArm.map((trial) => ({
        ...trial,
        rounds: Float64Array.of(0, 5, 10),
        curves: { sd: Float64Array.of(1, trial.seed, 3), mean: Float64Array.of(4, 5, 6) },
      })),
    ]),
  );
};

/** The small source, one of whose claims looks at curves, as those of arms that train may. */
const lookingAt = (...metrics: string[]): Source => {
  const [claim, ...others] = small.claims;
  const holds = (trial: Measured) => metrics.every((metric) => trial.at(metric as "sd", 5) > 0);
  return { ...small, claims: [{ ...claim, holds } as Claim, ...others] };
};
const asking = lookingAt("sd");

test("metrics at the end, states and digests are kept of every trial", async () => {
  const trials = await trained(small, { narrow: 3 });
  const { narrow: kept } = (await recordOf(small, { narrow: 3 })).arms;
  const read = recordedTrials(small.arms.narrow, "wasm", kept);
  expect(read.map(({ seed, state, end }) => ({ seed, state, end }))).toEqual(
    trials.narrow.map(({ seed, state, end }) => ({ seed, state, end })),
  );
  expect(read.map(({ digest }) => digest)).toEqual(trials.narrow.map(({ digest }) => digest.slice(0, 24)));
});

test("of what was measured on the way only what a claim looks at is kept", async () => {
  const { arms } = withTrials(registered(asking), asking, await followed(2));
  expect(Object.keys(arms.narrow.at)).toEqual(["sd@5"]);
  expect([...numbersOf(arms.narrow.at["sd@5"], 2)]).toEqual([1001, 1002]);
});

test("to ask a recorded trial for what is not kept is an error, not NaN", async () => {
  const { arms } = withTrials(registered(asking), asking, await followed(1));
  const [trial] = recordedTrials(asking.arms.narrow, "wasm", arms.narrow);
  expect(measured(trial).at("sd", 5)).toBe(1001);
  expect(() => measured(trial).at("sd", 10)).toThrow("got");
});

test("a claim that looks at something new is recorded of the trials that have it, and does not spoil the others", async () => {
  const first = withTrials(registered(asking), asking, await followed(2));
  const recorded = recordedTrials(asking.arms.narrow, "wasm", first.arms.narrow);
  const wider = lookingAt("sd", "mean");
  const later = await followed(3);
  const registration = { ...registered(wider) };
  registration.registrations["small/is-narrow"][0].from = 1003;
  const both = withTrials(registration, wider, { ...later, narrow: [...recorded, later.narrow[2]] });
  expect([...numbersOf(both.arms.narrow.at["mean@5"], 1)]).toEqual([5]);
  expect([...numbersOf(both.arms.narrow.at["sd@5"], 3)]).toEqual([1001, 1002, 1003]);
  const again = recordedTrials(wider.arms.narrow, "wasm", both.arms.narrow);
  expect(measured(again[2]).at("mean", 5)).toBe(5);
  expect(() => measured(again[1]).at("mean", 5)).toThrow("seed 1002");
});

test("an arm without trials is not in the record", async () => {
  const { arms, decisions } = await recordOf(small, { narrow: 2 });
  expect(Object.keys(arms)).toEqual(["narrow"]);
  expect(decisions["small/is-narrow"]).toMatchObject({ verdict: "open", looked: 2, seeds: 2 });
});
