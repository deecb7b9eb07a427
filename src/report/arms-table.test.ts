import { expect, test } from "vitest";
import { difference } from "./arms-table.tsx";

const arm = (settings: [string, string][]) => ({ name: "", what: "", settings });
const base = arm([
  ["step size", "0.1"],
  ["clamp", "±5"],
]);

test("what is the same is left out", () => {
  expect(difference(base, base)).toEqual([]);
});

test("what is changed or new is shown", () => {
  const other = arm([
    ["step size", "0.2"],
    ["clamp", "±5"],
    ["margin", "0"],
  ]);
  expect(difference(base, other)).toEqual([
    ["step size", "0.2"],
    ["margin", "0"],
  ]);
});

test("what is gone is shown as none", () => {
  expect(difference(base, arm([["step size", "0.1"]]))).toEqual([["clamp", "none"]]);
});
