import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { damaged, emptyFolder, square } from "../testing/test-images.ts";
import { type BaselineOptions, checkBaseline } from "./baseline.ts";
import { Drawing } from "./drawing.ts";

const plain = square();
const changed = square({ x: 20, y: 15 });
const accept = "npx vitest run specs/some-source -u";

/** A folder with a baseline in it, or without one. */
function place(before?: string) {
  const folder = emptyFolder();
  const baseline = join(folder, "baselines", "figure.svg");
  const out = join(folder, "report", "figure");
  const check = (svg: string, options: Partial<BaselineOptions> = {}) =>
    checkBaseline({ drawing: new Drawing(svg), baseline, out, update: "none", accept, ...options });
  if (before) check(before, { update: "new" });
  return { baseline, out, check };
}

/** A folder in which only the pixels of the baseline were kept. */
function placeOfPixels(before: string) {
  const made = place(before);
  const pixels = made.baseline.replace(".svg", ".png");
  writeFileSync(pixels, new Drawing(before).png);
  rmSync(made.baseline);
  return { ...made, pixels };
}

test("equal text is identical", () => {
  expect(place(plain).check(plain)).toMatchObject({ state: "identical", differingPixels: 0 });
});

test("equal text is not rasterized", () => {
  const { check, baseline } = place(plain);
  const noSvg = "any text at all";
  writeFileSync(baseline, noSvg);
  expect(check(noSvg).state).toBe("identical");
});

test("other text of the same pixels is identical", () => {
  const reworded = plain.replace("<rect ", "<rect id='other' ");
  expect(place(plain).check(reworded)).toMatchObject({ state: "identical", differingPixels: 0 });
});

test("the drawing is written next to the report", () => {
  const { out, check } = place(plain);
  check(changed);
  expect(readFileSync(`${out}.svg`, "utf8")).toBe(changed);
});

test("a change is counted, and pictures of both and of their difference are kept", () => {
  const { out, check } = place(plain);
  expect(check(changed)).toMatchObject({ state: "changed", differingPixels: 1 });
  const pictures = ["png", "baseline.png", "diff.png"].map((kind) => existsSync(`${out}.${kind}`));
  expect(pictures).toEqual([true, true, true]);
});

test("a change says where to look and how to accept this source's figures, not all", () => {
  const { message } = place(plain).check(changed);
  expect(message).toMatch(/got 1 of 1200 pixels; see .*figure\.diff\.png/);
  expect(message).toContain(`accept it with "${accept}"`);
});

test("the picture of a difference does not outlive the difference", () => {
  const { out, check } = place(plain);
  check(changed);
  check(plain);
  expect(existsSync(`${out}.diff.png`)).toBe(false);
});

test("a change within the allowance is close", () => {
  expect(place(plain).check(changed, { allow: 1 }).state).toBe("close");
});

test("a different size is reported with both sizes", () => {
  expect(place(plain).check(square(undefined, 25)).message).toContain("expected 40 × 30 pixels");
});

test("a missing baseline is missing, and is not written, where nothing may be", () => {
  const { baseline, check } = place();
  expect(check(plain)).toMatchObject({ state: "missing", message: expect.stringContaining(accept) });
  expect(existsSync(baseline)).toBe(false);
});

test("a missing baseline is written where new ones may be", () => {
  const { baseline, check } = place();
  expect(check(plain, { update: "new" }).state).toBe("new");
  expect(readFileSync(baseline, "utf8")).toBe(plain);
});

test("a figure that need not have a baseline says so, and gets one only when asked to", () => {
  const optional = "no baseline at full";
  const { baseline, out, check } = place();
  const expected = { state: "no baseline", message: `${out}.svg was not compared: no baseline at full` };
  expect(check(plain, { optional, update: "none" })).toMatchObject(expected);
  expect(check(plain, { optional, update: "new" })).toMatchObject(expected);
  expect(existsSync(baseline)).toBe(false);
  expect(check(plain, { optional, update: "all" }).state).toBe("new");
});

test("a changed one is not written where only new ones may be", () => {
  const { baseline, check } = place(plain);
  expect(check(changed, { update: "new" }).state).toBe("changed");
  expect(readFileSync(baseline, "utf8")).toBe(plain);
});

test("a changed one is accepted where all may be", () => {
  const { baseline, check } = place(plain);
  expect(check(changed, { update: "all" })).toMatchObject({ state: "updated", differingPixels: 1 });
  expect(readFileSync(baseline, "utf8")).toBe(changed);
});

test("a drawing is compared with a PNG where only the pixels of its baseline were kept", () => {
  expect(placeOfPixels(plain).check(plain)).toMatchObject({ state: "identical", differingPixels: 0 });
  expect(placeOfPixels(plain).check(changed)).toMatchObject({ state: "changed", differingPixels: 1 });
});

test("an accepted drawing takes the place of a PNG too", () => {
  const { baseline, pixels, check } = placeOfPixels(plain);
  expect(check(changed, { update: "all" }).state).toBe("updated");
  expect([existsSync(pixels), readFileSync(baseline, "utf8")]).toEqual([false, changed]);
});

test("a damaged SVG is reported with its file and a remedy, not thrown", () => {
  const { baseline, check } = place(plain);
  writeFileSync(baseline, plain.slice(0, 60));
  expect(check(plain)).toMatchObject({ state: "damaged", differingPixels: null });
  expect(check(plain).message).toMatch(/expected an SVG in .*figure\.svg, got .*git checkout -- .*some-source -u/);
});

test("a damaged PNG is reported, not thrown", () => {
  const { pixels, check } = placeOfPixels(plain);
  writeFileSync(pixels, damaged(readFileSync(pixels)));
  expect(check(plain)).toMatchObject({ state: "damaged", differingPixels: null });
});

test("a damaged baseline is replaced where all may be", () => {
  const { baseline, check } = place(plain);
  writeFileSync(baseline, plain.slice(0, 60));
  expect(check(plain, { update: "all" }).state).toBe("updated");
  expect(readFileSync(baseline, "utf8")).toBe(plain);
});

test("without a baseline to match, nothing is compared", () => {
  expect(place(plain).check(changed, { baseline: undefined })).toMatchObject({
    state: "not compared",
    differingPixels: null,
  });
});
