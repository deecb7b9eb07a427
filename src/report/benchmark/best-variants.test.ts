import { expect, test } from "vitest";
import { bestVariants } from "./best-variants.ts";

test("of each peer the fastest variant of each group is quoted, and all that is ours", () => {
  const measured = [
    { group: "S = 1", name: "wasm", median: 3 },
    { group: "S = 1", name: "reference", median: 30 },
    { group: "S = 1", name: "JAX, jit", peer: "JAX", median: 9 },
    { group: "S = 1", name: "JAX, jit + scan", peer: "JAX", median: 4 },
    { group: "S = 8", name: "JAX, jit", peer: "JAX", median: 1 },
    { group: "S = 8", name: "JAX, jit + scan", peer: "JAX", median: 2 },
    { group: "S = 1", name: "PyTorch, tuned", peer: "PyTorch", median: 20 },
  ];
  expect(bestVariants(measured).map(({ group, name }) => `${name}, ${group}`)).toEqual([
    "wasm, S = 1",
    "reference, S = 1",
    "JAX, jit + scan, S = 1",
    "JAX, jit, S = 8",
    "PyTorch, tuned, S = 1",
  ]);
});
