import { expect, test } from "vitest";
import { commandOf } from "./claim-section.tsx";
import { png, rateClaim, results } from "./fixture.ts";
import { renderReport } from "./pages.tsx";
import type { Results, Timing } from "./results.ts";

const render = (results: Results, image: () => Buffer | undefined = () => png()) => renderReport(results, image);
const pages = render(results);
const index = pages.get("index.html")!;
const source = pages.get("bias-game.html")!;

test("an index and a page for each source", () => {
  expect([...pages.keys()]).toEqual(["index.html", "bias-game.html"]);
});

test.each(results.claims.map(({ id, title }) => [id, title]))("%s stands on both pages", (id, title) => {
  expect(index).toContain(`<a href="bias-game.html#${id}">${title}</a>`);
  expect(source).toContain(`id="${id}"`);
});

test.each([...pages])("%s requests nothing from outside", (_, html) => {
  expect(html).not.toMatch(/(src|srcset|poster|data)="(?!data:image\/png;base64,)/);
  expect(html).not.toMatch(/<link|@import|url\(|<iframe|fetch\(/);
  expect(html).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
});

test.each([...pages])("ids on %s are unique and anchors lead somewhere", (_, html) => {
  const ids = matches(html, / id="([^"]+)"/g);
  expect(ids).toEqual([...new Set(ids)]);
  for (const anchor of matches(html, / href="#([^"]+)"/g)) expect(ids).toContain(anchor);
});

test("links from the index lead to anchors of the source's page", () => {
  const anchors = matches(index, /href="bias-game\.html#([^"]+)"/g);
  expect(anchors).toContain("figure/bias-game/distance");
  for (const anchor of anchors) expect(source).toContain(`id="${anchor}"`);
});

test("text is escaped", () => {
  const [first, ...others] = results.claims;
  const quote = 'a <script>alert("x")</script> & more';
  const page = render({ ...results, claims: [{ ...first!, quote }, ...others] });
  expect(page.get("bias-game.html")).toContain("a &lt;script>alert(&quot;x&quot;)&lt;/script> &amp; more");
});

test("equal arguments give equal pages", () => {
  expect(render(results)).toEqual(pages);
});

test("modes of comparison stand only where a baseline differs", () => {
  expect(matches(source, /class="(compare)"/g)).toHaveLength(1);
  expect(source).toContain("Changed from its baseline: 12 pixels differ.");
  expect(source).toContain("The committed drawing of the record;");
});

test("a film starts at its last frame", () => {
  expect(source).toContain("translateX(-50%)");
  expect(source).toContain("<output>round 10</output>");
});

test("an image that cannot be read is named, not hidden", () => {
  const page = render(results, () => undefined).get("bias-game.html");
  expect(page).toContain("The image figures/bias-game/distance.png could not be read.");
});

test("a source without results has no page", () => {
  const other = { ...results.sources[0]!, id: "gaussian-1d" };
  const made = render({ ...results, sources: [...results.sources, other] });
  expect(made.has("gaussian-1d.html")).toBe(false);
});

test("what sources say is counted apart from what is ours, in words of its own", () => {
  const tallies = matches(index, /<ul class="tally" aria-label="Verdicts: ([^"]+)"/g);
  expect(tallies).toEqual(["6 claims that the document states or implies", "1 question of our own beside them"]);
  const counts = [...index.matchAll(/<strong>(\d+)<\/strong> ([a-z ]+)<\/li>/g)].map(([, n, word]) => `${n} ${word}`);
  expect(counts).toEqual([
    "2 reproduced",
    "1 contradicted",
    "1 no difference that matters",
    "1 open",
    "1 not tested",
    "1 holds",
  ]);
  expect(source).toContain("ours: the source does not say it");
});

test("every row of the table can be filtered by its verdict and by who says it", () => {
  const values = matches(index, /<input type="checkbox" value="([^"]+)"/g);
  for (const attribute of ["verdict", "says"]) {
    const used = matches(index, new RegExp(`<tr[^>]* data-${attribute}="([^"]+)"`, "g"));
    expect(used).toHaveLength(results.claims.length);
    expect(values).toEqual(expect.arrayContaining(used));
  }
});

test("what was trained again stands on the index, at its source, at the claim and at the arm", () => {
  expect(index).toContain(
    "Re-run here: 8 of 256 trials, drawn at random, an arm once before any twice, all identical to the bit",
  );
  expect(source).toContain("Re-run here: 8 of 256 trials");
  expect(matches(source, /<p class="(control)">Re-run here: 6 of 128 trials, identical\.<\/p>/g)).toHaveLength(4);
  expect(matches(source, /<p class="(quiet)">Re-run here: 2 of 128 trials, identical\.<\/p>/g)).toHaveLength(1);
});

test("a trial that differs is called out everywhere", () => {
  const [first, ...others] = results.audit;
  const message = "bias-game/plain: seed 1007: expected the record's digest, got another";
  const page = render({
    ...results,
    audit: [{ ...first, identical: 5 }, ...others],
    departures: [{ kind: "digest", severity: "failure", source: "bias-game", message }],
  });
  expect(page.get("index.html")).toContain("<summary>1 re-run trial not the record’s, to the bit</summary>");
  expect(page.get("index.html")).toContain(message);
  expect(page.get("index.html")).toContain("⚠ 6 of 128, 1 not identical");
  expect(page.get("bias-game.html")).toContain('<p class="alarm">Re-run here: 6 of 128 trials, 1 not identical.</p>');
});

test("a claim's registration stands with its hash, date and former verdicts", () => {
  expect(source).toContain(
    '<strong>Registered</strong> on 20 November 2026, 10:00 UTC, as version 2: <code title="3f2a91',
  );
  expect(source).toContain("Version 1: open, it held on 40 of 64 seeds.");
  expect(source).toContain("Not registered yet: nothing of it is frozen.");
});

test("both controls stand at a claim, and one that is not as it must be is an alarm", () => {
  expect(source).toContain(
    "<strong>Positive control.</strong> The fit by regression. It must come out reproduced, and it did",
  );
  expect(index).toContain("every control came out as it must");
  const [first, ...others] = results.claims;
  if (first.kind !== "rate") throw new Error("expected a rate");
  const negative = { ...first.controls.negative, verdict: "reproduced" as const, successes: 64 };
  const page = render({
    ...results,
    claims: [{ ...first, controls: { ...first.controls, negative } }, ...others],
    departures: [
      { kind: "control", severity: "failure", source: first.source, id: first.id, message: "it cannot fail" },
    ],
  });
  expect(page.get("index.html")).toContain("1 claim with a control that did not come out as it must");
  expect(page.get("bias-game.html")).toMatch(/<p class="alarm"><strong>Negative control\.<\/strong>/);
});

test("every seed is a dot in the row of its outcome, or a character where there is no effect", () => {
  expect(source).toContain('aria-label="held, 22 seeds, mean distance: 22 seeds, median');
  expect(source).toContain("<code>−−−−−−</code>");
  expect(source).toContain("<code>++−.++−.++ −.++−.</code>");
});

test("how far all verdicts together can be trusted", () => {
  expect(index).toMatch(/Of 5 claims that chance can mislead, 0\.\d at most are decided wrongly in the mean/);
  expect(index).toContain("1 of 3 decided rates stand");
  const open = Array.from({ length: 60 }, (_, i) => rateClaim(`open-${i}`, { pattern: "+++-", looked: 64 }));
  expect(render({ ...results, claims: [...results.claims, ...open] }).get("index.html")).toMatch(
    /0 of 3 decided rates stand, by the evidence of all recorded seeds\.<\/p><details class="note" open><summary>3 verdicts [^<]*<\/summary><ul><li><a href="bias-game\.html#bias-game\/settles">It settles<\/a> \(reproduced\)/,
  );
});

test("the command runs one claim, on the engine of the run", () => {
  const commands = matches(source, /<code>(npm run[^<]+)<\/code>/g);
  expect(commands).toHaveLength(6); // nothing is to be run for what is not tested
  expect(commands[0]).toBe("npm run reproduce -- bias-game/settles");
  expect(commandOf({ id: "bias-game/settles" }, "webgpu")).toBe(
    "npm run reproduce -- bias-game/settles --engine webgpu",
  );
});

test("a source's timings stand on its page, the others on the index", () => {
  expect(source).toContain("trial of bias-game, plain");
  expect(index).not.toContain("trial of bias-game, plain");
  expect(index).toContain("discriminator update of 8 seeds on wasm");
});

const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, group]) => group!);

test("engines stand side by side where more than one was timed, and only there", () => {
  expect(index).not.toContain('id="engines"');
  const update = (seeds: number, engine: string, median: number): Timing => ({
    ...{ kind: "update", engine, cores: 1, seeds, unit: "µs", median, mad: 0, samples: 3 },
  });
  const timings = [update(1, "wasm", 18), update(512, "webgpu", 256), update(1, "webgpu", 40), ...results.timings];
  const page = render({ ...results, timings }).get("index.html")!;
  expect(page).toContain('id="engines"');
  expect(page).toMatch(
    /<th scope="row">webgpu<\/th><td class="number">40<\/td><td class="number"><\/td><td class="number">0.5<\/td>/,
  );
  expect(page).not.toContain("discriminator update of 512 seeds"); // not once more among the timings
});

test("a claim that was not judged stands in its place with the reason, on both pages", () => {
  const { id, source: of, version, title, says, at, hypothesis } = results.claims[0];
  const reason = "holds on seed 3: expected true or false, got undefined";
  const made = render({
    ...results,
    claims: [
      { kind: "not judged", ...{ id, source: of, version, title, says, at, hypothesis, figures: [] }, reason },
      ...results.claims.slice(1, 4),
    ],
    departures: [{ kind: "not judged", severity: "failure", source: of, id, message: reason }],
  });
  expect(made.get("index.html")).toContain("1 claim not judged");
  expect(made.get("index.html")).not.toContain("every control came out as it must");
  expect(made.get("bias-game.html")).toContain(`Not judged: ${reason}.`);
});

test.each([
  ["figure", "1 figure not the committed one"],
  ["digest", "1 re-run trial not the record’s, to the bit"],
  ["verdict", "1 verdict other than the record states"],
  ["record", "1 fault in the record"],
  ["registration", "1 claim not as registered"],
  ["finding", "1 finding not computed"],
] as const)("a departure of the kind %s is listed on the first page", (kind, summary) => {
  const about = { severity: "warning", source: "bias-game", id: "bias-game/distance" } as const;
  const page = render({ ...results, departures: [{ ...about, kind, message: "12 pixels differ" }] }).get("index.html");
  expect(page).toContain(`<summary>${summary}</summary><ul><li>12 pixels differ</li></ul>`);
});

test("every page says what computed", () => {
  const environment = { ...results.environment, device: "nvidia hopper" };
  const run = { ...results, engine: "webgpu", environment };
  const { createdAt, engine } = run;
  const sources = results.sources.map((source) => ({ ...source, run: { createdAt, engine, environment } }));
  for (const [, html] of render({ ...run, sources })) {
    expect(html).toContain("Engine webgpu on nvidia hopper");
  }
});
