import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import { readResults } from "../report/results.ts";
import { onlyWasm } from "../study/engines.ts";
import { source } from "../study/source.ts";
import { reproduce } from "./reproduce.ts";

const folder = mkdtempSync(join(tmpdir(), "gan-repro-"));
const steps = (stepSize: number) =>
  game({ game: biasGame(), method: "extragradient", stepSize, iterations: 10, start: [-3, 0] });
const about = {
  ...{ id: "small", title: "Small", authors: "A", reference: "R", file: "f.txt", lead: "L.", differences: [] },
  seeds: { quick: 2, full: 2 },
};
const said = {
  quote: "It works.",
  at: "page 1",
  hypothesis: "It works.",
  expected: { quick: "inconclusive" },
} as const;
const rate = { ...said, for: "long", atLeast: 0.5, control: { what: "short steps", for: "short" } } as const;
const figure = { title: "Title", caption: "Caption." };
const broken = source(
  about,
  { long: steps(0.1), short: steps(0.01) },
  [
    {
      ...{ id: "torn", ...figure },
      draw: () => {
        throw new Error("no ink");
      },
    },
    { id: "whole", ...figure, draw: () => '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>' },
  ],
  ({ claim }) => {
    // What registration cannot see, as it shows only on some seed.
    claim("throws-once", {
      ...rate,
      holds: ({ seed }) => {
        if (seed === 102) throw new RangeError("no such neighbour");
        return true;
      },
    });
    claim("answers-with-nothing-once", {
      ...rate,
      holds: (({ seed }: { seed: number }) => (seed === 102 ? undefined : true)) as never,
    });
    claim("works", { ...rate, holds: ({ end }) => end.distance < 1 });
  },
);

test("a mistake in a claim or a figure costs that one, and the report of everything else is written", async () => {
  const [out, store, baselines] = ["out", "store", "none"].map((name) => join(folder, name));
  const options = {
    out,
    store,
    baselines,
    profile: "quick",
    engines: onlyWasm,
    workers: 1,
    seeds: { first: 101, last: 102 },
  } as const;
  const { page } = await reproduce(
    [broken],
    options,
    async () => [],
    () => {},
  );
  const { claims, figures, departures } = readResults(join(out, "results.json")).results;
  expect(claims.map(({ id, kind }) => [id, kind])).toEqual([
    ["small/throws-once", "not judged"],
    ["small/answers-with-nothing-once", "not judged"],
    ["small/works", "rate"],
  ]);
  expect(figures.map(({ id, status }) => [id, status])).toEqual([
    ["small/torn", "not drawn"],
    ["small/whole", "not compared"],
  ]);
  const failures = departures.filter(({ severity }) => severity === "failure").map(({ message }) => message);
  expect(failures).toEqual([
    "small/throws-once: not judged: holds on seed 102: RangeError: no such neighbour",
    "small/answers-with-nothing-once: not judged: holds on seed 102: expected true or false, got undefined",
    "small/torn: not drawn: Error: no ink",
  ]);
  for (const file of [page, join(out, "small.html")]) expect(existsSync(file)).toBe(true);
});
