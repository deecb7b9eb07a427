import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { checksumOf } from "./checksum.ts";
import { results } from "./fixture.ts";
import { fileWith, type Loose, problemOf, sealed } from "./results-files.fixture.ts";

test("a verdict that contradicts its own counts is rejected, with or without a checksum", () => {
  const lie = (changes: Loose) =>
    problemOf(fileWith(sealed({ ...results, claims: [{ ...results.claims[0], ...changes }] })));
  expect(lie({ verdict: "open" })).toContain(
    'expected the verdict that its outcomes and asserted rate give, got "open" at claims[0].verdict;',
  );
  const more = { looked: 24, seeds: 24, successes: 24, outcomes: "+".repeat(24) };
  const effect = { unit: "", median: 0.1, interval: [0.1, 0.1], values: Array(24).fill(0.1) };
  expect(
    lie({ ...more, effect, recorded: { successes: 24, seeds: 24 }, interval: confidenceSequence(24, 24) }),
  ).toContain("expected the 22 seeds that its outcomes need for a decision, got 24 at claims[0].looked;");
  expect(lie({ interval: [0.9, 1] })).toContain(
    "expected the 95 % confidence sequence of its successes among its seeds, got [0.9,1] at claims[0].interval;",
  );
  const arm = { ...results.arms[0], median: 1e308 };
  expect(problemOf(fileWith(sealed({ ...results, arms: [arm] })))).toContain(
    "expected the median of values, got 1e+308 at arms[0].median;",
  );
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "a page outside the folder",
    ({ claims }) => Object.assign(claims[0], { source: "../../escaped" }),
    'lower-case letters, digits and hyphens, got "../../escaped" at claims[0].source',
  ],
  [
    "the first page's own name",
    ({ claims }) => Object.assign(claims[0], { source: "index", id: "index/settles" }),
    'expected a source\'s id other than "index", which is the name of the first page, got "index" at claims[0].source',
  ],
  [
    "an image outside the folder",
    ({ figures }) => Object.assign(figures[0], { path: "../../secret.png" }),
    'expected a path like figures/source/name.png, got "../../secret.png" at figures[0].path',
  ],
  [
    "another figure's image",
    ({ figures }) => Object.assign(figures[0], { path: "figures/bias-game/film.png" }),
    "expected figures/, the figure's id and .png, got",
  ],
  [
    "a claim twice",
    ({ claims }) => claims.push(claims[0]),
    'expected an id that no other of the claims has, got "bias-game/settles" at claims[7].id',
  ],
  [
    "a hundred million seeds",
    ({ claims }) => Object.assign(claims[0], { seeds: 1e8 }),
    "expected at most 1000000, got 100000000 at claims[0].seeds",
  ],
  [
    "more claims than can be drawn",
    (damaged) => Object.assign(damaged, { claims: Array(20_000).fill(damaged.claims[0]) }),
    "expected at most 5000 entries, got a list of 20000 at claims",
  ],
  [
    "a command in the engine's name",
    (damaged) => Object.assign(damaged, { engine: "wasm; rm -rf ~" }),
    'expected an engine\'s name of lower-case letters, digits, hyphens and colons, got "wasm; rm -rf ~" at engine',
  ],
  [
    "lists in lists in lists",
    ({ claims }) => Object.assign(claims[0], { quote: "<deep>" }),
    "expected string, got a value nested too deeply to print at claims[0].quote",
  ],
])("somebody else's file with %s is rejected in one line", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify(results));
  damage(damaged);
  const deep = "[".repeat(1e5) + "]".repeat(1e5);
  const line = problemOf(fileWith(sealed(damaged).replace('"<deep>"', deep)));
  expect(line).toContain(problem);
  expect(line).not.toContain("\n");
});

test.each<[string, (damaged: Loose) => void, string]>([
  [
    "a field of another kind",
    ({ claims }) => Object.assign(claims[4], { interval: [0, 1] }),
    'expected only known keys, got "interval" at claims[4]',
  ],
  [
    "a kind that does not exist",
    ({ claims }) => Object.assign(claims[0], { kind: "vote" }),
    'expected "rate" | "statistic" | "exact" | "untested" | "not judged", got "vote" at claims[0].kind',
  ],
  [
    "a claim of a source that is not there",
    ({ sources }) => Object.assign(sources[0], { id: "other" }),
    'expected one of the sources, got "bias-game" at claims[0].source',
  ],
  [
    "a figure that is not there",
    ({ figures }) => figures.shift(),
    'expected one of the figures, got "bias-game/distance" at claims[0].figures[0]',
  ],
  [
    "a departure that is kept quiet",
    ({ claims }) => Object.assign(claims[0].controls.negative, { verdict: "reproduced", successes: 64 }),
    'expected a departure of the kind "control" for this claim, got "bias-game/settles" at claims[0].id',
  ],
  [
    "a control that its own counts contradict",
    ({ claims }) => Object.assign(claims[0].controls.negative, { successes: 64 }),
    'expected the verdict that its counts and the asserted rate give, got "contradicted" at claims[0].controls.negative.verdict',
  ],
  [
    "more trials re-run than there are",
    ({ audit }) => Object.assign(audit[0], { rerun: 129 }),
    "expected at most as many as recorded, got 129 at audit[0].rerun",
  ],
  [
    "more rules than verdicts can be decided by again in time",
    (damaged) => {
      const [{ effect: _, ...claim }] = damaged.claims;
      const others = Array.from({ length: 60 }, (_, i) => ({ ...claim, id: `bias-game/c${i}`, cap: 2000 + i }));
      Object.assign(damaged, { claims: others });
    },
    "expected at most 50 pairs of asserted rate and cap, got a list of 60 at claims",
  ],
  [
    "no checksum",
    (damaged) => Object.assign(damaged, { sha256: "" }),
    'expected the SHA-256 of the rest of the file, in hex, got "" at sha256',
  ],
])("%s is rejected in one line", (_, damage, problem) => {
  const damaged = JSON.parse(JSON.stringify({ ...results, sha256: checksumOf(results) }));
  damage(damaged);
  expect(problemOf(fileWith(JSON.stringify(damaged)))).toContain(problem);
});

test("a folder or a device in the file's place is rejected in one line", () => {
  expect(problemOf(mkdtempSync(join(tmpdir(), "results-")))).toContain("got something that is no file;");
});
