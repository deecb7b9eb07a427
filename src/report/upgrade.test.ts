import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readResults } from "./results.ts";

const claim = {
  id: "bias-game/settles",
  version: 1,
  source: "bias-game",
  title: "It settles",
  quote: "It settles.",
  hypothesis: "The amplitude is small.",
  kind: "rate",
  assertedRate: 0.75,
  successes: 0,
  seeds: 16,
  interval: [0, 0.20590723],
  verdict: "contradicted",
  expected: "reproduced",
  control: { description: "no steps", verdict: "contradicted" },
  effect: { unit: "steps", median: 3, interval: [2, null] },
};
const exact = { ...claim, kind: "exact", seeds: 1, successes: 1, interval: [0, 1], assertedRate: 1, effect: undefined };
const old = {
  schema: 1,
  createdAt: "2026-11-22T02:15:00.000Z",
  profile: "quick",
  engine: "wasm",
  environment: { cores: 2 },
  claims: [
    claim,
    { ...exact, id: "bias-game/identity", verdict: "reproduced" },
    { ...claim, id: "bias-game/ranks", kind: "statistic", interval: [0, 1], successes: 1, verdict: "reproduced" },
  ],
  arms: [
    {
      experiment: "bias-game",
      arm: "plain",
      metric: "distance",
      unit: "1",
      seeds: 1,
      values: [2],
      median: 2,
      q25: 2,
      q75: 2,
    },
  ],
  figures: [{ id: "bias-game/film", path: "figures/bias-game/film.png", status: "identical", differingPixels: 0 }],
  timings: [{ name: "trial of bias-game, plain", unit: "s", median: 1, mad: 0, samples: 1 }],
  digests: { "bias-game/plain, 0.1": "abc" },
};

test("results of the first schema are read, and said to be old", () => {
  const { results, schema } = read(old);
  expect(schema).toBe(1);
  expect(results).toMatchObject({
    schema: 2,
    firstSeed: 1,
    sources: [{ id: "bias-game" }],
    arms: [{ source: "bias-game", median: 2 }],
    figures: [{ source: "bias-game", title: "bias-game/film" }],
    digests: [{ source: "bias-game", arm: "plain, 0.1", digest: "abc" }],
  });
});

test("what had no meaning in the first schema is gone in the second", () => {
  const [rate, exact, statistic] = read(old).results.claims;
  expect(rate).toMatchObject({ kind: "rate", successes: 0, seeds: 16, effect: { median: 3 } });
  expect(Object.keys(exact)).not.toContain("interval");
  expect(Object.keys(exact)).not.toContain("successes");
  expect(statistic).toMatchObject({ kind: "statistic", unit: "steps", estimate: 3, interval: [2, null], seeds: 16 });
});

test("a verdict that is not the registered one is a departure", () => {
  expect(read(old).results.departures).toMatchObject([{ kind: "verdict", id: "bias-game/settles" }]);
});

test.each<[string, object, string]>([
  [
    "verdict against its counts",
    { verdict: "reproduced" },
    "expected the verdict that its counts and asserted rate give",
  ],
  ["page outside the folder", { source: "../x" }, "expected a source's id"],
  ["hundred million seeds", { seeds: 1e8 }, "expected at most 1000000, got 100000000 at claims[0].seeds"],
])("a %s is rejected in old files too", (_, changes, problem) => {
  expect(() => read({ ...old, claims: [{ ...claim, ...changes }] })).toThrow(problem);
});

function read(value: object) {
  const file = join(mkdtempSync(join(tmpdir(), "results-")), "results.json");
  writeFileSync(file, JSON.stringify(value));
  return readResults(file);
}
