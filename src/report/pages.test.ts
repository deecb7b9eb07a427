import { expect, test } from "vitest";
import { commandOf } from "./claim-section.tsx";
import { exactClaim, png, results } from "./fixture.ts";
import { renderReport } from "./pages.tsx";
import type { Results, Timing } from "./results.ts";

const render = (results: Results, image: () => Buffer | undefined = () => png()) =>
  renderReport({ results, schema: 2 }, image);
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
  expect(source).toContain("Identical to its baseline.");
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

test("a verdict that is not the registered one is called out", () => {
  expect(index).toContain("Every verdict is as registered");
  const [first, ...others] = results.claims;
  const { id, source: of } = first!;
  const page = render({
    ...results,
    claims: [{ ...first!, expected: "inconclusive" }, ...others],
    departures: [{ kind: "verdict", severity: "failure", source: of, id, message: "expected inconclusive" }],
  });
  expect(page.get("index.html")).toContain("1 verdict not as registered");
  expect(page.get("bias-game.html")).toContain("Not as registered.");
});

test("the command repeats the claim as it was run; an exact claim needs no seeds", () => {
  const commands = matches(source, /<code>(npm run[^<]+)<\/code>/g);
  expect(commands[0]).toBe("npm run reproduce -- bias-game --profile quick --engine wasm --seeds 16");
  expect(commands[3]).toBe("npm run reproduce -- bias-game --profile quick --engine wasm");
});

test("a claim that counts some of the seeds is repeated with all of them", () => {
  const claim = { ...results.claims[0]!, seeds: 2, successes: 2 };
  const arms = results.arms.map((arm) => ({ ...arm, seeds: 16 }));
  expect(commandOf(claim, arms, results)).toMatch(/--seeds 16$/);
});

test("other seeds than the registered ones stand on the first page and in the command", () => {
  const others = { ...results, firstSeed: 65 };
  const made = render(others, () => undefined);
  expect(made.get("index.html")).toContain(
    "Trained from seeds 65 to 80. The registered verdicts are of seeds from 1 on; the numbers in findings are of the trials of this run",
  );
  expect(index).not.toContain("Trained from");
  expect(made.get("bias-game.html")).toContain("--seeds 65..80");
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
  const { id, source: of, title, ...said } = exactClaim("identity");
  const { kind: _, verdict: __, detail: ___, control: ____, ...words } = { ...said, id, source: of, title };
  const reason = "holds on seed 3: expected true or false, got undefined";
  const made = render({
    ...results,
    claims: [{ ...words, kind: "not judged", reason }, ...results.claims.slice(0, 3)],
    departures: [{ kind: "not judged", severity: "failure", source: of, id, message: reason }],
  });
  expect(made.get("index.html")).toContain("1 claim not judged");
  expect(made.get("index.html")).toContain("1 reproduced, 1 contradicted, 1 inconclusive, 1 not judged.");
  expect(made.get("index.html")).not.toContain("Every verdict is as registered");
  expect(made.get("bias-game.html")).toContain(`Not judged: ${reason}.`);
});

test("figures and digests that differ are listed on the first page", () => {
  const about = { severity: "warning", source: "bias-game" } as const;
  const page = render({
    ...results,
    departures: [
      { ...about, kind: "figure", id: "bias-game/distance", message: "12 pixels differ" },
      { ...about, kind: "digest", message: "bias-game/plain: expected the digest abc" },
    ],
  }).get("index.html");
  expect(page).toContain(
    "<summary>1 figure different from the committed baseline</summary><ul><li>12 pixels differ</li></ul>",
  );
  expect(page).toContain("bias-game/plain: expected the digest abc");
  expect(page).toContain("Every verdict is as registered");
});

test("results of the old schema say so on every page", () => {
  for (const [, html] of renderReport({ results, schema: 1 }, () => png())) {
    expect(html).toContain("schema 1, an older format with less data");
  }
});

test("every page says what computed", () => {
  const environment = { ...results.environment, device: "nvidia hopper" };
  for (const [, html] of render({ ...results, engine: "webgpu", environment })) {
    expect(html).toContain("engine webgpu on nvidia hopper");
  }
});
