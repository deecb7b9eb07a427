import { expect, test } from "vitest";
import type { Contender } from "./contender.ts";
import { interleave } from "./interleave.ts";

/** A process that claims to take a given number of seconds per repetition. */
function claimant(name: string, seconds: number): Contender {
  const program = `require("readline").createInterface({ input: process.stdin }).on("line", (n) => console.log(n * ${seconds}))`;
  return { name, group: "", unit: "ms", value: (each) => each * 1000, command: [process.execPath, "-e", program] };
}

test("gives each contender its own samples, in the contenders' order", async () => {
  const contenders = [claimant("slow", 0.25), claimant("fast", 0.002)];
  const measurements = await interleave(contenders, { rounds: 3, slice: 0.1, core: undefined });
  expect(measurements.map(({ name, samples }) => [name, samples])).toEqual([
    ["slow", 3],
    ["fast", 3],
  ]);
  expect(measurements[0].median).toBeCloseTo(250, 6);
  expect(measurements[1].median).toBeCloseTo(2, 6);
});

test("says which contender failed, and its last words", async () => {
  const failing: Contender = {
    name: "broken",
    group: "",
    unit: "ms",
    value: (seconds) => seconds,
    command: [process.execPath, "-e", "console.error('no such engine'); process.exit(1)"],
  };
  const measuring = interleave([failing], { rounds: 1, slice: 0.1, core: undefined });
  await expect(measuring).rejects.toThrow("expected broken to answer, got: no such engine");
});
