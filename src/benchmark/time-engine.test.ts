import { expect, test } from "vitest";
import { timingName } from "../report/timing-name.ts";
import { timeEngine } from "./time-engine.ts";

test("times the update of 1, 8 and 32 seeds", async () => {
  const timings = await timeEngine("wasm");
  expect(timings.map((timing) => `${timingName(timing)}, ${timing.unit}`)).toEqual([
    "discriminator update of 1 seed on wasm, µs",
    "discriminator update of 8 seeds on wasm, µs",
    "discriminator update of 32 seeds on wasm, µs",
  ]);
  for (const { median, mad, samples } of timings) {
    expect(median).toBeGreaterThan(0);
    expect(mad).toBeGreaterThanOrEqual(0);
    expect(samples).toBeGreaterThanOrEqual(3);
  }
});

test("an engine that does not exist is an error", async () => {
  await expect(timeEngine("abacus")).rejects.toThrow('got "abacus"');
});
