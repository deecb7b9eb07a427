import { afterEach, expect, test } from "vitest";
import { withoutMathRandom } from "./guard.ts";

const original = Math.random;

afterEach(() => {
  Math.random = original;
});

test("Math.random throws while the work runs", async () => {
  await expect(withoutMathRandom(() => Math.random())).rejects.toThrow("draw from stream(seed, purpose) instead");
});

test("gives back what the work gives", async () => {
  await expect(withoutMathRandom(async () => 7)).resolves.toBe(7);
});

test("Math.random works again afterwards", async () => {
  await withoutMathRandom(() => {});
  expect(Math.random).toBe(original);
});

test("Math.random works again after an error", async () => {
  const failing = withoutMathRandom(async () => {
    throw new Error("diverged");
  });
  await expect(failing).rejects.toThrow("diverged");
  expect(Math.random).toBe(original);
});

test("an inner guard's end does not end the outer one", async () => {
  const outer = withoutMathRandom(async () => {
    await withoutMathRandom(() => {});
    Math.random();
  });
  await expect(outer).rejects.toThrow("Math.random was called");
});
