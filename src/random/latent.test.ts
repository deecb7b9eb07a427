import { expect, test } from "vitest";
import { stratifiedLatent as stratified, uniformLatent } from "../language/describe.ts";
import { drawLatent, latentGrid, stratifiedLatent } from "./latent.ts";
import { stream } from "./stream.ts";

const latent = stratified({ low: -3, high: 3, jitter: 0.01 });

test("stratified draws climb the range in their order, each a jitter above its place", () => {
  const z = drawLatent(latent, 200, stream(1, "latent/discriminator"));
  z.forEach((value, i) => {
    const place = -3 + (6 * i) / 199;
    expect(value).toBeGreaterThanOrEqual(place - 1e-6);
    expect(value).toBeLessThan(place + 0.01 + 1e-6);
  });
  expect(z).not.toEqual(drawLatent(latent, 200, stream(1, "latent/discriminator"), 200));
});

test("what stands for a stratified prior is spread over its range and its jitter", () => {
  const printed = stratified({ low: -3, high: 3, jitter: 1 });
  const z = stratifiedLatent(printed, 1000);
  // The mean of linspace(−3, 3) + U[0, 1), and its variance: of a range of 6, and of one of 1.
  const mean = z.reduce((sum, value) => sum + value, 0) / 1000;
  expect(mean).toBeCloseTo(0.5, 2);
  expect(z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1000).toBeCloseTo((36 + 1) / 12, 2);
});

test("a grid of latents has both ends", () => {
  expect([...latentGrid(latent, 3)]).toEqual([-3, 0, 3]);
  expect([...latentGrid(uniformLatent(), 3)]).toEqual([0, 0.5, 1]);
});

test("several dimensions cannot be stratified", () => {
  expect(() => stratifiedLatent(uniformLatent({ dimensions: 2 }), 10)).toThrow(
    "expected a one-dimensional latent on a range, got 2-dimensional uniform",
  );
});
