import { expect, test } from "vitest";
import { timeKernels } from "./kernels.ts";

test("every kernel is timed in the same rounds as the multiply-add loop, which comes first", async () => {
  const measured = await timeKernels({ rounds: 2, slice: 0.001 });
  expect(measured[0].name).toBe("multiply-add loop");
  expect(measured.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["forward 64×784×128", "input gradient 64×10×20", "sigmoid", "normal draws", "Adam step"]),
  );
  for (const { rounds, median } of measured) {
    expect(rounds).toHaveLength(2);
    expect(median).toBeGreaterThan(0);
  }
});

test("a product of a layer for digits is vectorised: it takes less than three times as long as the loop", async () => {
  const measured = await timeKernels({ rounds: 5, slice: 0.002 });
  const [loop, product] = ["multiply-add loop", "forward 64×784×128"].map(
    (name) => measured.find((one) => one.name === name)!,
  );
  expect(Math.min(...product.rounds!) / Math.min(...loop.rounds!)).toBeLessThan(3);
});
