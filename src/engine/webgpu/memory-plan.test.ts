import { expect, test } from "vitest";
import { dense, vary } from "../../language/describe.ts";
import { notebook, testArms } from "../conformance/arms.ts";
import { planMemory, refusal } from "./memory-plan.ts";

const limits = { bytes: 32768, threads: 256 };

test("the notebook's networks take 64 threads and 31,904 bytes", () => {
  const { threads, vectors, slots, bytes } = planMemory(notebook, limits);
  // 1-10-20-10-1: rows of 1, 3, 6 and 3 vectors; twice 10·1 + 20·3 + 10·6 + 1·3
  expect(vectors).toBe(2 * 133);
  // Inputs 1 + 3 + 6 + 3, gradients 3 + 6 + 3 + 1, and one for oddness.
  expect(slots).toBe(27);
  expect([threads, bytes]).toEqual([64, 16 * (266 + 64 * 27)]);
});

test("fewer threads where more do not fit, or have nothing to do", () => {
  expect(planMemory(notebook, { ...limits, bytes: 31903 }).threads).toBe(32);
  expect(planMemory(notebook, limits, 16).threads).toBe(16);
  expect(planMemory(testArms["an affine generator"], limits).threads).toBe(64); // 39 tiles
  const small = vary(testArms["leaky-relu networks"], { schedule: { batch: 8 } });
  expect(planMemory(small, limits).threads).toBe(32);
});

test("networks that do not fit are rejected with their sizes and the engine to use", () => {
  const wide = vary(notebook, {
    discriminator: { layers: [dense(784, "relu"), dense(128, "relu"), dense(1, "sigmoid")] },
  });
  expect(() => planMemory(wide, limits)).toThrow(
    /^expected networks that fit 32768 bytes of a workgroup's memory, got \d+ \(generator 1-10-20-10-1, discriminator 1-784-128-1\); use the engine wasm$/,
  );
});

test("whether an arm is supported can be asked beforehand", () => {
  expect(refusal(notebook, limits)).toBeUndefined();
  expect(refusal(notebook, { ...limits, bytes: 1024 })).toMatch(/^expected networks that fit 1024 bytes/);
});

test("settings that the kernel does not implement are rejected", () => {
  expect(() => planMemory(testArms["maxout networks"], limits)).toThrow("expected units of one piece, got maxout");
  const bare = vary(notebook, { optimizer: { generator: { epsilon: 0 } } });
  expect(() => planMemory(bare, limits)).toThrow("expected a positive epsilon of Adam, got 0");
  const dropped = vary(notebook, { generator: { inputDropout: 0.1 } });
  expect(() => planMemory(dropped, limits)).toThrow("got dropout of inputs; use the engine wasm");
});

test("gradient accumulation other than momentum 1 is rejected", () => {
  expect(() => planMemory(testArms["cross-talk alone"], limits)).toThrow("cross-talk");
  const kept = vary(notebook, { gradients: { isZeroed: false, hasCrossTalk: false } });
  expect(() => planMemory(kept, limits)).toThrow("expected sgd where gradients are never zeroed, got adam");
  expect(() => planMemory(testArms["gradients that are never zeroed"], limits)).not.toThrow();
});
