import { expect, test } from "vitest";
import { measuredAt, runOf } from "./fixture.ts";
import { fingerprintOf, trendsOf } from "./trend.ts";

const runs = (values: readonly number[], more: Parameters<typeof runOf>[0] = {}) =>
  values.map((value, i) => runOf({ commit: `commit ${i}`, measurements: [measuredAt(value)], ...more }));

test("a step is told with the commit from which on it holds", () => {
  const [trend] = trendsOf(runs([1, 1.01, 0.99, 1, 1.02, 1, 0.99, 1.3, 1.31, 1.3, 1.29, 1.32, 1.3, 1.3]));
  expect(trend.steps.map(({ at, ratio }) => [trend.points[at].commit, ratio.toFixed(1)])).toEqual([
    ["commit 7", "1.3"],
  ]);
});

test("unlike machines are never joined, whatever they differ in", () => {
  const { machine } = runOf({});
  const others = [
    { ...machine, processor: "Another" },
    { ...machine, cores: 4 },
    { ...machine, memoryGiB: 16 },
    { ...machine, system: "linux arm64" },
    { ...machine, node: "v20.0.0" },
    { ...machine, v8: "11.3" },
    { ...machine, arithmetic: "emulated" },
  ];
  const trends = trendsOf([machine, ...others, machine].flatMap((one) => runs([1], { machine: one })));
  expect(trends.map(({ points }) => points.length)).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
  expect(new Set(trends.map(({ fingerprint }) => fingerprint)).size).toBe(8);
});

test("the order of a machine's entries does not matter to its fingerprint", () => {
  const { machine } = runOf({});
  const reversed = Object.fromEntries(Object.entries(machine).reverse()) as typeof machine;
  expect(fingerprintOf(reversed)).toBe(fingerprintOf(machine));
});

test("quantities of one name in different groups or suites are different", () => {
  const measurements = [measuredAt(1), measuredAt(2, { group: "S = 8" }), measuredAt(3, { suite: "digits" })];
  expect(trendsOf([runOf({ measurements })])).toHaveLength(3);
});
