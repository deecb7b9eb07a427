import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { damaged, emptyFolder, picture } from "../testing/test-images.ts";
import { type BaselineOptions, checkBaseline } from "./baseline.ts";

const plain = picture(40, 30);
const changed = picture(40, 30, [[20, 15, 255, 0, 0]]);

/** A folder with a baseline in it, or without one. */
function place(before?: Buffer) {
  const folder = emptyFolder();
  const baseline = join(folder, "baselines", "figure.png");
  const out = join(folder, "report", "figure");
  const check = (actual: Buffer, options: Partial<BaselineOptions> = {}) =>
    checkBaseline({ actual, baseline, out, update: "none", ...options });
  if (before) {
    check(before, { update: "new" });
    writeFileSync(baseline, before);
  }
  return { baseline, out, check };
}

test("equal bytes are identical", () => {
  expect(place(plain).check(plain)).toMatchObject({ state: "identical", differingPixels: 0 });
});

test("the drawing is written beside the report", () => {
  const { out, check } = place(plain);
  check(changed);
  expect(readFileSync(`${out}.png`).equals(changed)).toBe(true);
});

test("a change is counted, and both images and their difference are kept", () => {
  const { out, check } = place(plain);
  expect(check(changed)).toMatchObject({ state: "changed", differingPixels: 1 });
  expect([existsSync(`${out}.baseline.png`), existsSync(`${out}.diff.png`)]).toEqual([true, true]);
});

test("a change says where to look and how to accept it", () => {
  expect(place(plain).check(changed).message).toMatch(/got 1 of 1200 pixels; see .*figure\.diff\.png.*vitest run -u/);
});

test("a diff does not outlive its difference", () => {
  const { out, check } = place(plain);
  check(changed);
  check(plain);
  expect(existsSync(`${out}.diff.png`)).toBe(false);
});

test("a change within the allowance is close", () => {
  expect(place(plain).check(changed, { allow: 1 }).state).toBe("close");
});

test("another size is told with both sizes", () => {
  expect(place(plain).check(picture(50, 20)).message).toContain("expected 40 × 30 pixels");
});

test("a missing baseline is missing, and is not written, where nothing may be", () => {
  const { baseline, check } = place();
  expect(check(plain).state).toBe("missing");
  expect(existsSync(baseline)).toBe(false);
});

test("a missing baseline is written where new ones may be", () => {
  const { baseline, check } = place();
  expect(check(plain, { update: "new" }).state).toBe("new");
  expect(readFileSync(baseline).equals(plain)).toBe(true);
});

test("a changed one is not written where only new ones may be", () => {
  const { baseline, check } = place(plain);
  expect(check(changed, { update: "new" }).state).toBe("changed");
  expect(readFileSync(baseline).equals(plain)).toBe(true);
});

test("a changed one is accepted where all may be", () => {
  const { baseline, check } = place(plain);
  expect(check(changed, { update: "all" })).toMatchObject({ state: "updated", differingPixels: 1 });
  expect(readFileSync(baseline).equals(changed)).toBe(true);
});

test("a damaged baseline is told, not thrown", () => {
  const { baseline, check } = place(plain);
  writeFileSync(baseline, damaged(plain));
  expect(check(plain)).toMatchObject({ state: "damaged", differingPixels: null });
});

test("a damaged baseline is replaced where all may be", () => {
  const { baseline, check } = place(plain);
  writeFileSync(baseline, damaged(plain));
  expect(check(plain, { update: "all" }).state).toBe("updated");
  expect(readFileSync(baseline).equals(plain)).toBe(true);
});

test("without a baseline to match, nothing is compared", () => {
  expect(place(plain).check(changed, { baseline: undefined })).toMatchObject({
    state: "not compared",
    differingPixels: null,
  });
});
