import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { png, rateClaim, results, withEffect } from "./fixture.ts";
import { type Results, ResultsError } from "./results.ts";
import { writePages } from "./write-pages.ts";

test("an image is read from the report's folder, a link to one elsewhere is not followed", () => {
  const { out, outside } = folders();
  const secret = png(30, 20);
  writeFileSync(join(outside, "secret.png"), secret);
  mkdirSync(join(out, "figures/bias-game"), { recursive: true });
  writeFileSync(join(out, "figures/bias-game/distance.png"), png(6, 6));
  symlinkSync(join(outside, "secret.png"), join(out, "figures/bias-game/film.png"));
  write(results, out);
  const page = readFileSync(join(out, "bias-game.html"), "utf8");
  expect(page).toContain(png(6, 6).toString("base64"));
  expect(page).not.toContain(secret.toString("base64"));
  expect(page).toContain("The image figures/bias-game/film.png could not be read.");
});

test("a page takes the place of a link and leaves what the link pointed to", () => {
  const { out, outside } = folders();
  const victim = join(outside, "victim");
  writeFileSync(victim, "precious");
  symlinkSync(victim, join(out, "index.html"));
  write(results, out);
  expect(readFileSync(victim, "utf8")).toBe("precious");
  expect(lstatSync(join(out, "index.html")).isSymbolicLink()).toBe(false);
  expect(readdirSync(out).sort()).toEqual(["bias-game.html", "index.html"]);
});

test.each([
  ["a folder", (file: string) => mkdirSync(file)],
  ["text", (file: string) => writeFileSync(file, "not a picture")],
  ["a header that promises 2⁶⁴ pixels", (file: string) => writeFileSync(file, hugeHeader())],
  ["half a picture", (file: string) => writeFileSync(file, png(400, 400).subarray(0, 20))],
])("%s in a figure's place is said on the page, and the report is written", (_, put) => {
  const { out } = folders();
  mkdirSync(join(out, "figures/bias-game"), { recursive: true });
  put(join(out, "figures/bias-game/distance.png"));
  write(results, out);
  const page = readFileSync(join(out, "bias-game.html"), "utf8");
  expect(page).toContain("The image figures/bias-game/distance.png could not be read.");
});

test("a folder in a page's place is an error of one line that names it", () => {
  const { out } = folders();
  mkdirSync(join(out, "index.html"));
  expect(() => write(results, out)).toThrow(ResultsError);
  expect(() => write(results, out)).toThrow(/^expected to write the page .*index\.html, got [^\n]*$/);
  expect(existsSync(join(out, "index.html"))).toBe(true);
});

test("numbers at the ends of what a float can hold are drawn", () => {
  const { out } = folders();
  const extremes = [1e308, -1e308, 5e-324, 1.7e308, 0];
  const arms = [extremes, [1e308, 1.7e308], [5e-324, 1e308], [5e-324, 1e-320]].map((values, i) => ({
    ...results.arms[0],
    arm: `arm ${i}`,
    metric: `metric ${i}`,
    seeds: values.length,
    values,
    median: values[0],
    q25: null,
    q75: null,
  }));
  const claims = [[1e308, 1e308] as const, [-1.7e308, 1.7e308] as const, [5e-324, 5e-324] as const].map(
    ([low, high], i) => ({
      ...rateClaim(`c${i}`, { pattern: "+" }),
      effect: { unit: "", median: high, interval: [low, high] as [number, number], values: [low, high] },
      threshold: {
        ...{ unit: "", side: "below" as const, bound: low },
        verdicts: [
          { from: null, to: high, verdict: "open" as const },
          { from: high, to: null, verdict: "reproduced" as const },
        ],
      },
    }),
  );
  write({ ...results, arms, claims }, out);
  const page = readFileSync(join(out, "bias-game.html"), "utf8");
  expect(/="[^"]*(NaN|Infinity|undefined)/.test(page)).toBe(false);
});

test("as many claims and seeds as a file may have are drawn", () => {
  const { out } = folders();
  const first = rateClaim("claim", { pattern: "+" });
  const claims = Array.from({ length: 5000 }, (_, i): Results["claims"][number] => {
    const [seeds, successes] = [4096, 3000 + (i % 100)];
    const claim = withEffect({ ...first, outcomes: "+".repeat(seeds) });
    const source = `source-${i % 200}`;
    return {
      ...claim,
      id: `${source}/claim-${i}`,
      source,
      seeds,
      successes,
      looked: seeds,
      recorded: { successes, seeds },
      interval: [...confidenceSequence(successes, seeds)],
    };
  });
  const arms = Array.from({ length: 20_000 }, (_, i) => ({
    ...results.arms[0],
    source: `source-${i % 200}`,
    arm: `${i}`,
  }));
  const sources = Array.from({ length: 200 }, (_, i) => ({ ...results.sources[0], id: `source-${i}` }));
  write({ ...results, sources, claims, arms, figures: [], timings: [], digests: [], audit: [] }, out);
  expect(readdirSync(out)).toHaveLength(201);
});

const write = (results: Results, out: string) => writePages(results, out);

function folders() {
  const root = mkdtempSync(join(tmpdir(), "pages-"));
  const [out, outside] = [join(root, "out"), join(root, "outside")];
  mkdirSync(out);
  mkdirSync(outside);
  return { out, outside };
}

/** A PNG whose header states 2³² − 1 pixels either way. */
function hugeHeader(): Buffer {
  const bytes = png();
  bytes.fill(0xff, 16, 24);
  return bytes;
}
