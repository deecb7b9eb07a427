import { expect, test } from "vitest";
import { digitTable, speedTable, updateTable } from "./table.ts";

test("relates each update's time to wasm's of the same ensemble", () => {
  const table = updateTable([
    { name: "wasm", group: "S = 8", unit: "ms", median: 0.2, mad: 0.01, samples: 9 },
    { name: "pytorch", group: "S = 8", unit: "ms", median: 1.6, mad: 0.1, samples: 9 },
  ]);
  expect(table.split("\n")).toEqual([
    "wasm, S = 8     0.200 ms  ± 0.010  25.0 µs a seed  ×1.00",
    "pytorch, S = 8   1.60 ms   ± 0.10   200 µs a seed  ×8.00",
  ]);
});

test("an arm on digits is compared with its own kind, though one group ends like another", () => {
  const [row, , dropped] = digitTable([
    { name: "wasm", group: "Adam", unit: "ms", median: 5, mad: 0.1, samples: 9 },
    { name: "wasm", group: "Adam, dropout", unit: "ms", median: 6, mad: 0.1, samples: 9 },
    { name: "pytorch, tuned", group: "Adam", unit: "ms", median: 10, mad: 0.1, samples: 9 },
  ]).split("\n");
  expect(row).toBe("wasm, Adam            5.00 ms  ± 0.10  ×1.00");
  expect(dropped).toBe("wasm, Adam, dropout   6.00 ms  ± 0.10  ×1.00");
});

test("relates each kernel's speed to the limit, which stands first", () => {
  const table = speedTable([
    { name: "limit", group: "kernels", unit: "GFLOP/s", median: 40, mad: 1, samples: 9 },
    { name: "product", group: "kernels", unit: "GFLOP/s", median: 30, mad: 1, samples: 9 },
  ]);
  expect(table.split("\n").map((line) => line.split(/\s+/).slice(-2).join(" "))).toEqual(["100 %", "75 %"]);
});
