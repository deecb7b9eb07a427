import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { FigureSpec } from "../study/figure.ts";
import type { TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { Trial } from "../trial/trial.ts";
import { baselineFile, drawFigures } from "./draw-figures.ts";

const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;
const figure = (draw: FigureSpec["draw"]): FigureSpec => ({ id: "square", title: "A square", caption: "", draw });
const atHand = (...arms: string[]) =>
  Object.fromEntries(arms.map((arm) => [arm, [{ seed: 1001 } as Trial]])) as unknown as TrialsByArm;

function draw(one: FigureSpec, trials: TrialsByArm, committed?: string) {
  const [out, baselines] = ["out-", "baselines-"].map((name) => mkdtempSync(join(tmpdir(), name)));
  const source = { about: { id: "toy" }, arms: { plain: {}, other: {} }, figures: [one] } as unknown as Source;
  const baseline = baselineFile(baselines, "toy", "square");
  if (committed) {
    mkdirSync(dirname(baseline), { recursive: true });
    writeFileSync(baseline, committed);
  }
  const [{ result, departure }] = drawFigures(source, trials, [], { out, baselines });
  return { result, departure, path: join(out, result.path) };
}

const fromPlain = figure(({ plain }) => svg(plain.length === 1 ? "red" : "blue"));

test("with all of its trials at hand a figure is drawn afresh and compared", () => {
  const { result, departure, path } = draw(fromPlain, atHand("plain"), svg("red"));
  expect(result).toMatchObject({ id: "toy/square", status: "identical", differingPixels: 0 });
  expect(departure).toBeUndefined();
  expect(existsSync(path)).toBe(true);
});

test("one that came out another way warns", () => {
  const { result, departure } = draw(fromPlain, atHand("plain"), svg("blue"));
  expect(result.status).toBe("changed");
  expect(departure).toMatchObject({ kind: "figure", severity: "warning", id: "toy/square" });
});

test.each([
  ["by name", fromPlain],
  ["by going through all arms", figure((trials) => svg(Object.values(trials).length > 1 ? "red" : "blue"))],
])("with an arm missing that it asks for %s, the committed drawing is shown", (_, one) => {
  const { result, departure, path } = draw(one, atHand("other"), svg("green"));
  expect(result).toMatchObject({ status: "committed", differingPixels: null });
  expect(departure).toBeUndefined();
  expect(readFileSync(path.replace(/png$/, "svg"), "utf8")).toBe(svg("green"));
});

test("without trials and without a committed drawing there is no figure, and the run fails", () => {
  const { result, departure, path } = draw(fromPlain, atHand());
  expect(result.status).toBe("not drawn");
  expect(departure?.severity).toBe("failure");
  expect(departure?.message).toMatch(
    /^toy\/square: expected its committed drawing .*square\.svg, got none; restore it/,
  );
  expect(existsSync(path)).toBe(false);
});

test.each([
  ["a drawing that throws", figure(() => { throw new TypeError("no such metric"); }), /not drawn: TypeError: no such metric$/], // biome-ignore format: a row
  ["a drawing that is no SVG", figure(() => "a text"), /^toy\/square: not drawn: /],
])("%s costs its figure and says so", (_, one, message) => {
  const { result, departure } = draw(one, atHand("plain", "other"), svg("red"));
  expect(result.status).toBe("not drawn");
  expect(departure).toMatchObject({ severity: "failure" });
  expect(departure?.message).toMatch(message);
});
