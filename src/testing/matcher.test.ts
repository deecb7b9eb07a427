import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import "./matcher.ts";
import { emptyFolder, square } from "./test-images.ts";

const plain = square();
const changed = square({ x: 20, y: 15 });

/** Makes vitest believe that it was started in CI ("none"), locally ("new") or with -u ("all"). */
function startedWith(update: "none" | "new" | "all"): void {
  vi.spyOn(expect.getState().snapshotState, "snapshotUpdateState", "get").mockReturnValue(update);
}

afterEach(() => {
  vi.restoreAllMocks();
});

function place(before?: string) {
  const folder = emptyFolder();
  const baseline = join(folder, "baselines", "figure.svg");
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

test("a received value that is not text is an error", () => {
  const { baseline, out } = place(plain);
  expect(() => expect(Buffer.of()).toMatchFigure(baseline, { out })).toThrow("expected the text of an SVG, got object");
});

test("a failure says how to accept what this file draws, not everything", () => {
  startedWith("none");
  const { baseline, out } = place(plain);
  const { message } = thrownBy(() => expect(changed).toMatchFigure(baseline, { out }));
  expect(message).toContain('"npx vitest run src/testing/matcher.test.ts -u"');
});

test("a missing baseline that need not be there passes and is not written", () => {
  startedWith("new");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { baseline, out } = place();
  expect(plain).toMatchFigure(baseline, { out, optional: "no baseline at full" });
  expect([existsSync(baseline), warn.mock.calls[0][0]]).toEqual([
    false,
    expect.stringContaining("was not compared: no baseline at full"),
  ]);
});

function thrownBy(act: () => void): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected an error, got none");
}
