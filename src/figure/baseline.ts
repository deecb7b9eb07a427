import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ComparisonOptions, compareImages, type ImageComparison } from "./compare.ts";
import { Drawing } from "./drawing.ts";
import { decodePng, type Size } from "./read-png.ts";

export type BaselineState =
  | "identical"
  /** Differs in no more pixels than allowed. */
  | "close"
  | "changed"
  | "resized"
  /** There is no baseline, and none was to be written. */
  | "missing"
  /** There is no baseline, and there need not be one. */
  | "no baseline"
  /** There was no baseline: the drawing is one now. */
  | "new"
  /** The drawing has taken the baseline's place. */
  | "updated"
  /** The baseline can be read neither as an SVG nor as a PNG. */
  | "damaged"
  /** No baseline can be expected to match. */
  | "not compared";

export interface BaselineCheck {
  readonly state: BaselineState;
  /** Null where there was nothing to count them against. */
  readonly differingPixels: number | null;
  /** One line: what was expected, what was got, what to do. */
  readonly message: string;
}

export interface BaselineOptions extends ComparisonOptions {
  readonly drawing: Drawing;
  /**
   * Path of the baseline, an `.svg`. Where only its pixels were kept a `.png` stands in its place. Undefined where none may
   * be expected to match, as on another engine.
   */
  readonly baseline: string | undefined;
  /** Why there need not be a baseline: "no baseline at full". Without it, one that is missing is a fault. */
  readonly optional?: string;
  /**
   * Path without extension: `.svg` is the drawing; the pictures `.png`, `.baseline.png` and `.diff.png` are written where it
   * differs from its baseline.
   */
  readonly out: string;
  /** Which baselines may be written: none, those that do not exist yet, or also those that differ. */
  readonly update: "none" | "new" | "all";
  /** The command that accepts this drawing as its baseline. */
  readonly accept: string;
}

/** Compares a drawing with its baseline: equal text passes at once, else both are compared as pixels. */
export function checkBaseline(options: BaselineOptions): BaselineCheck {
  const { drawing, baseline, optional, out, update } = options;
  writeDrawing(out, drawing);
  if (baseline === undefined) return uncompared("not compared", `${out}.svg was not compared with a baseline`);
  const file = [baseline, pixelsOf(baseline)].find(existsSync);
  if (!file) {
    if (update === "all" || (update === "new" && !optional)) return accept("new", baseline, drawing);
    if (optional) return uncompared("no baseline", `${out}.svg was not compared: ${optional}`);
    return uncompared(
      "missing",
      `expected a baseline ${baseline}, got none; review ${out}.svg and ${howToAccept(options)}`,
    );
  }
  const bytes = readFileSync(file);
  if (bytes.equals(Buffer.from(drawing.svg))) {
    return { state: "identical", differingPixels: 0, message: `${file} is the same to the byte` };
  }
  const before = picture(file, bytes);
  if (before instanceof Error) {
    if (update === "all") return accept("updated", baseline, drawing);
    return uncompared("damaged", `${before.message}; ${howToRestore(file, options)}`);
  }
  const comparison = compareImages(drawing.png, before, options);
  const { state, differingPixels } = comparison;
  if (state !== "identical" && state !== "close" && update === "all") {
    return accept("updated", baseline, drawing, differingPixels);
  }
  if (state !== "identical") writePictures(out, drawing, before, comparison.diff);
  return { state, differingPixels, message: explain(comparison, file, options) };
}

const uncompared = (state: BaselineState, message: string): BaselineCheck => ({
  state,
  differingPixels: null,
  message,
});

/** Where the baseline is kept if it is pixels alone. */
const pixelsOf = (baseline: string): string => baseline.replace(/\.svg$/, ".png");

/** Writes the drawing and deletes what an earlier comparison left, so that no outdated picture of differences remains. */
function writeDrawing(out: string, { svg }: Drawing): void {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.svg`, svg);
  for (const picture of ["png", "baseline.png", "diff.png"]) rmSync(`${out}.${picture}`, { force: true });
}

function writePictures(out: string, { png }: Drawing, before: Buffer, diff: Buffer): void {
  writeFileSync(`${out}.png`, png);
  writeFileSync(`${out}.baseline.png`, before);
  writeFileSync(`${out}.diff.png`, diff);
}

function accept(
  state: "new" | "updated",
  baseline: string,
  { svg }: Drawing,
  differingPixels: number | null = null,
): BaselineCheck {
  mkdirSync(dirname(baseline), { recursive: true });
  writeFileSync(baseline, svg);
  rmSync(pixelsOf(baseline), { force: true });
  return { state, differingPixels, message: `${baseline} was ${state === "new" ? "written" : "updated"}; review it` };
}

/** The bytes of a baseline as a whole PNG; the error if they are none and give none. */
function picture(file: string, bytes: Buffer): Buffer | Error {
  try {
    const png = file.endsWith(".svg") ? new Drawing(bytes.toString()).png : bytes;
    decodePng(png, file);
    return png;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return file.endsWith(".svg") ? new Error(`expected an SVG in ${file}, got ${reason}`) : new Error(reason);
  }
}

const howToAccept = ({ accept }: BaselineOptions): string => `accept it with "${accept}" once it looks right`;

const howToRestore = (file: string, { accept }: BaselineOptions): string =>
  `restore it with "git checkout -- ${file}", or accept a new one with "${accept}"`;

function explain(comparison: ImageComparison, file: string, options: BaselineOptions): string {
  const { state, differingPixels, size, baselineSize } = comparison;
  const { out, allow = 0 } = options;
  const count = `${differingPixels} of ${size.width * size.height} pixels`;
  switch (state) {
    case "resized":
      return `expected ${sizeText(baselineSize)} pixels as in ${file}, got ${sizeText(size)}; see ${out}.diff.png and ${howToAccept(options)}`;
    case "changed":
      return `expected at most ${allow} pixels to differ from ${file}, got ${count}; see ${out}.diff.png and ${howToAccept(options)}`;
    default:
      return `${count} differ from ${file}, ${allow} are allowed`;
  }
}

const sizeText = ({ width, height }: Size): string => `${width} × ${height}`;
