import { expect, test } from "vitest";
import { measurementOf } from "./measurement.ts";
import { ratioTable } from "./table.ts";

const timed = (name: string, group: string, rounds: readonly number[]) =>
  measurementOf({ name, group, unit: "ms" }, rounds);

test("each is related to wasm of its own group, with an interval over whole rounds", () => {
  const table = ratioTable([
    timed("reference", "S = 8", [1.6, 3.2, 1.6]),
    timed("wasm", "S = 8", [0.2, 0.4, 0.2]),
    timed("wasm", "S = 8, Adam", [6, 6, 6]),
    timed("JAX", "S = 8, Adam", [3, 3, 3]),
  ]);
  expect(table.split("\n")).toEqual([
    "reference, S = 8    1.60 ms  ± 0.0     ×8.00 (8.00–8.00)",
    "wasm, S = 8        0.200 ms  ± 0.0                    ×1",
    "wasm, S = 8, Adam   6.00 ms  ± 0.0                    ×1",
    "JAX, S = 8, Adam    3.00 ms  ± 0.0  ×0.500 (0.500–0.500)",
  ]);
});

test("without wasm the first of a group is the base, and what has no rounds has no ratio", () => {
  const limit = measurementOf({ name: "limit", group: "kernels", unit: "GFLOP/s" }, [40, 40]);
  const product = measurementOf({ name: "product", group: "kernels", unit: "GFLOP/s" }, [30, 30]);
  const { rounds, ...once } = product;
  const rows = ratioTable([limit, product, { ...once, name: "once" }]).split("\n");
  expect(rows[1]).toContain("×0.750");
  expect(rows[2]).not.toContain("×");
});
