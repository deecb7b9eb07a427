import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import "./matcher.ts";
import { emptyFolder, picture } from "./test-images.ts";

const plain = picture(40, 30);
const changed = picture(40, 30, [[20, 15, 255, 0, 0]]);

/** Makes vitest believe that it was started in CI ("none"), locally ("new") or with -u ("all"). */
function startedWith(update: "none" | "new" | "all"): void {
  vi.spyOn(expect.getState().snapshotState, "snapshotUpdateState", "get").mockReturnValue(update);
}

afterEach(() => {
  vi.restoreAllMocks();
});

function place(before?: Buffer) {
  const folder = emptyFolder();
  const baseline = join(folder, "baselines", "figure.png");
  if (before) {
    mkdirSync(dirname(baseline));
    writeFileSync(baseline, before);
  }
  return { baseline, out: join(folder, "out", "figure") };
}

test("passes on its baseline", () => {
  const { baseline, out } = place(plain);
  expect(plain).toMatchFigure(baseline, { out });
});

test("fails on a changed pixel", () => {
  startedWith("none");
  const { baseline, out } = place(plain);
  expect(() => expect(changed).toMatchFigure(baseline, { out })).toThrow("got 1 of 1200 pixels");
});

test("passes on a changed pixel that is allowed", () => {
  const { baseline, out } = place(plain);
  expect(changed).toMatchFigure(baseline, { out, allow: 1 });
});

test("fails in CI when the baseline is missing", () => {
  startedWith("none");
  const { baseline, out } = place();
  expect(() => expect(plain).toMatchFigure(baseline, { out })).toThrow("expected a baseline");
});

test("writes a missing baseline elsewhere, passes and says so", () => {
  startedWith("new");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { baseline, out } = place();
  expect(plain).toMatchFigure(baseline, { out });
  expect([existsSync(baseline), warn.mock.calls[0][0]]).toEqual([true, expect.stringContaining("review it")]);
});

test("vitest -u accepts a change", () => {
  startedWith("all");
  const { baseline, out } = place(plain);
  expect(changed).toMatchFigure(baseline, { out });
  vi.restoreAllMocks();
  expect(changed).toMatchFigure(baseline, { out });
});

test("what is no PNG buffer is told", () => {
  const { baseline, out } = place(plain);
  expect(() => expect("text").toMatchFigure(baseline, { out })).toThrow("as a Buffer, got string");
});
