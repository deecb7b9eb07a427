import { expect, test } from "vitest";
import { differenceOf, type Sampled, sampleOf } from "./audit.ts";
import { onlyWasm } from "./engines.ts";
import { columnOf, digestColumnOf, numbersOf } from "./record/columns.ts";
import type { RecordedArm } from "./record/record.ts";
import { recordOf, small, trained } from "./study.fixture.ts";

const counts = { narrow: 30, wide: 8, point: 20 };
const record = await recordOf(small, counts);
const studies = [{ source: small, record }];
const how = { draw: "a", seconds: 1, engines: onlyWasm };
const named = (sampled: readonly Sampled[]) => sampled.map(({ arm, seed }) => `${arm} ${seed}`);

test("one trial of each arm comes first", () => {
  const first = sampleOf(studies, how).slice(0, 3);
  expect(first.map(({ arm }) => arm).sort()).toEqual(["narrow", "point", "wide"]);
});

test("with time enough every recorded trial is taken, once", () => {
  const all = named(sampleOf(studies, how));
  expect(all).toHaveLength(58);
  expect(new Set(all).size).toBe(58);
});

test("what is taken fits into the budget", () => {
  // A trial is estimated at a millisecond.
  expect(sampleOf(studies, { ...how, seconds: 0.0105 })).toHaveLength(10);
  expect(sampleOf(studies, { ...how, seconds: 0.0005 })).toEqual([]);
});

test("a draw of the same name takes the same trials, another takes others", () => {
  const take = (draw: string) => named(sampleOf(studies, { ...how, draw, seconds: 0.0105 }));
  expect(take("a")).toEqual(take("a"));
  expect(take("a")).not.toEqual(take("b"));
});

test("over many draws every trial of an arm is as likely as any other", () => {
  const seeds = Array.from(
    { length: 400 },
    (_, i) => sampleOf(studies, { ...how, draw: `${i}`, seconds: 0.0035 }).find(({ arm }) => arm === "wide")?.seed,
  );
  const times = Array.from({ length: 8 }, (_, s) => seeds.filter((seed) => seed === 1001 + s).length);
  // Chi-squared of 7 degrees of freedom is beyond 24.3 with a chance of 0.1 %.
  expect(times.reduce((sum, count) => sum + (count - 50) ** 2 / 50, 0)).toBeLessThan(24.3);
});

test("a claim that is named has its own arms drawn, and its controls'", () => {
  const claims = new Set(["small/adds-up"]);
  expect(sampleOf(studies, { ...how, claims })).toEqual([]);
  expect(sampleOf(studies, { ...how, claims: new Set(["small/is-narrow"]) })).toHaveLength(58);
});

test("trials of an arm whose settings have changed are not drawn", () => {
  const changed = { ...record, arms: { ...record.arms, wide: { ...record.arms.wide, arm: "0".repeat(64) } } };
  expect(sampleOf([{ source: small, record: changed }], how).map(({ arm }) => arm)).not.toContain("wide");
});

const { narrow: trials } = await trained(small, { narrow: 3 });
const { narrow: kept } = await recordOf(small, { narrow: 3 }).then(({ arms }) => arms);
const of = { source: "small", arm: "narrow", seed: 1002 };
const told = (recorded: RecordedArm, trial = trials[1]) => differenceOf(of, trial, recorded);

test("a trial that is as recorded differs in nothing", () => {
  expect(trials.map((trial) => differenceOf({ ...of, seed: trial.seed }, trial, kept))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("one bit of one number is named by arm, seed, metric and both numbers", () => {
  const values = numbersOf(kept.end.sd, 3);
  const bits = new BigUint64Array(values.buffer);
  bits[1] ^= 1n;
  expect(told({ ...kept, end: { ...kept.end, sd: columnOf([...values]) } })).toEqual({
    ...of,
    first: "sd at the end",
    expected: String(values[1]),
    got: String(trials[1].end.sd),
  });
});

test("another end is told before its numbers", () => {
  expect(told({ ...kept, states: "txt" })).toMatchObject({
    first: "how it ended",
    expected: "x",
    got: "t",
  });
});

test("where all numbers are equal the digest tells of arrays that are not", () => {
  const digests = digestColumnOf([trials[0].digest, "ab".repeat(32), trials[2].digest]);
  expect(told({ ...kept, digests })).toMatchObject({
    first: "its digest (curves or arrays)",
    expected: "ab".repeat(12),
  });
});

test("a number at a round is compared where it was recorded, and only there", () => {
  const atRound = { ...trials[1], rounds: Float64Array.of(0, 5), curves: { sd: Float64Array.of(7, 8) } };
  expect(told({ ...kept, at: { "sd@5": columnOf([1, 9, 1]) } }, atRound)).toMatchObject({
    ...{ first: "sd at 5", expected: "9", got: "8" },
  });
  expect(told({ ...kept, at: { "sd@5": columnOf([1]) } }, atRound)).toBeUndefined();
});
