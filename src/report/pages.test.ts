import { expect, test } from "vitest";
import { commandOf } from "./claim-section.tsx";
import { catalogue, png, results } from "./fixture.ts";
import { renderReport } from "./pages.tsx";
import { timingName } from "./sweep.ts";

const pages = renderReport(results, catalogue, () => png());
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
  const page = renderReport({ ...results, claims: [{ ...first!, quote }, ...others] }, catalogue, () => png());
  expect(page.get("bias-game.html")).toContain("a &lt;script>alert(&quot;x&quot;)&lt;/script> &amp; more");
});

test("equal arguments give equal pages", () => {
  expect(renderReport(results, catalogue, () => png())).toEqual(pages);
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
  const page = renderReport(results, catalogue, () => undefined).get("bias-game.html");
  expect(page).toContain("The image figures/bias-game/distance.png could not be read.");
});

test("claims and sources without a description are shown all the same", () => {
  const bare = renderReport(results, { sources: [] }, () => undefined);
  expect(bare.get("bias-game.html")).toContain('id="bias-game/settles"');
});

test("a source without results has no page", () => {
  const other = { ...catalogue.sources[0]!, id: "gaussian-1d" };
  const made = renderReport(results, { sources: [...catalogue.sources, other] }, () => undefined);
  expect(made.has("gaussian-1d.html")).toBe(false);
});

test("a verdict that is not the registered one is called out", () => {
  expect(index).toContain("Every verdict is the registered one");
  const [first, ...others] = results.claims;
  const surprising = { ...results, claims: [{ ...first!, expected: "inconclusive" as const }, ...others] };
  const page = renderReport(surprising, catalogue, () => undefined);
  expect(page.get("index.html")).toContain("1 verdict not as registered");
  expect(page.get("bias-game.html")).toContain("Not as registered.");
});

test("the command repeats the claim as it was run; an exact claim needs no seeds", () => {
  const commands = matches(source, /<code>(npm run[^<]+)<\/code>/g);
  expect(commands[0]).toBe("npm run reproduce -- bias-game --profile quick --engine wasm --seeds 16");
  expect(commands.at(-1)).toBe("npm run reproduce -- bias-game --profile quick --engine wasm");
});

test("a claim that counts some of the seeds is repeated with all of them", () => {
  const claim = { ...results.claims[0]!, seeds: 2, successes: 2 };
  const arms = results.arms.map((arm) => ({ ...arm, experiment: claim.source, seeds: 16 }));
  expect(commandOf(claim, arms, results)).toMatch(/--seeds 16$/);
});

test("other seeds than the registered ones stand on the first page and in the command", () => {
  const others = { ...results, firstSeed: 65 };
  const made = renderReport(others, catalogue, () => undefined);
  expect(made.get("index.html")).toContain("Trained from seeds 65 to 80.");
  expect(index).not.toContain("Trained from");
  expect(made.get("bias-game.html")).toContain("--seeds 65..80");
});

test("a source's timings stand on its page, the others on the index", () => {
  expect(source).toContain("trial of bias-game, plain");
  expect(index).not.toContain("trial of bias-game, plain");
  expect(index).toContain("one update");
});

const matches = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, group]) => group!);

test("engines stand side by side where more than one was timed, and only there", () => {
  expect(index).not.toContain('id="engines"');
  const update = (seeds: number, engine: string, median: number) =>
    ({ name: timingName(seeds, engine), unit: "µs", median, mad: 0, samples: 3 }) as const;
  const timings = [update(1, "wasm", 18), update(512, "webgpu", 256), update(1, "webgpu", 40), ...results.timings];
  const page = renderReport({ ...results, timings }, catalogue, () => png()).get("index.html")!;
  expect(page).toContain('id="engines"');
  expect(page).toMatch(/<th scope="row">webgpu<\/th><td class="number">40<\/td><td class="number">0.5<\/td>/);
  expect(page).not.toContain("discriminator update of 512 seeds"); // not once more among the timings
});

test("every page says what computed", () => {
  const environment = { ...results.environment, device: "nvidia hopper" };
  for (const [, html] of renderReport({ ...results, engine: "webgpu", environment }, catalogue, () => png())) {
    expect(html).toContain("engine webgpu on nvidia hopper");
  }
});
