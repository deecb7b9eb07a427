import { expect, test } from "vitest";
import { vary } from "../../language/describe.ts";
import { notebook } from "../conformance/arms.ts";
import { countsOf } from "./counts.ts";

const limits = { bytes: 32768, threads: 256 };

test("the notebook's discriminator update, by hand", () => {
  const { discriminator } = countsOf(notebook, limits);
  // 1-10-20-10-1 has 461 weights and biases, 441 of them beyond the first layer.
  expect(discriminator.flops).toBe(2 * 64 * (461 + 2 * (2 * 461 + 441)));
  // Adam's two moments, 133 vectors each, read and written.
  expect(discriminator.globalBytes).toBe(2 * 2 * 133 * 16);
  // Real and fake: before and after their gradients; and after the step.
  expect(discriminator.barriers).toBe(5);
});

test("a lane that is idle costs as much as one that is not", () => {
  const [small, full] = [2, 64].map((batch) => countsOf(vary(notebook, { schedule: { batch } }), limits).generator);
  expect(small.flops).toBe(full.flops / 32);
  expect(small.barriers).toBe(full.barriers);
  expect(small.instructions).toBeGreaterThan(full.instructions / 3);
});

test("a warp issues between one and five times the multiply-adds that it would at best", () => {
  const { instructions, flops } = countsOf(notebook, limits).discriminator;
  const best = flops / (2 * 32);
  expect(instructions / best).toBeGreaterThan(1);
  expect(instructions / best).toBeLessThan(5);
});
