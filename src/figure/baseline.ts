import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ComparisonOptions, compareImages, type ImageComparison } from "./compare.ts";
import { DamagedPngError, decodePng, type Size } from "./read-png.ts";

export type BaselineState =
  | "identical"
  /** Differs in no more pixels than allowed. */
  | "close"
  | "changed"
  | "resized"
  /** There is no baseline, and none was to be written. */
  | "missing"
  /** There was no baseline: the drawing is one now. */
  | "new"
  /** The drawing has taken the baseline's place. */
  | "updated"
  /** The baseline's bytes are no PNG. */
  | "damaged"
  | "not compared";

export interface BaselineCheck {
  readonly state: BaselineState;
  /** Null where there was nothing to count them against. */
  readonly differingPixels: number | null;
  /** One line: what was expected, what was got, what to do. */
  readonly message: string;
}

export interface BaselineOptions extends ComparisonOptions {
  readonly actual: Buffer;
  /** Path of the baseline; undefined where none may be expected to match, as on another engine. */
  readonly baseline: string | undefined;
  /** Path without extension: `.png` is the drawing; `.baseline.png` and `.diff.png` are written if they differ. */
  readonly out: string;
  /** Which baselines may be written: none, those that do not exist yet, or also those that differ. */
  readonly update: "none" | "new" | "all";
}

/** Compares a drawing with its baseline, and leaves both beside the report with what differs between them. */
export function checkBaseline({ actual, baseline, out, update, threshold, allow }: BaselineOptions): BaselineCheck {
  writeDrawing(out, actual);
  if (baseline === undefined) {
    return { state: "not compared", differingPixels: null, message: `${out}.png was not compared with a baseline` };
  }
  if (!existsSync(baseline)) {
    return update === "none" ? missing(baseline, out) : accept("new", baseline, actual);
  }
  const bytes = readFileSync(baseline);
  const comparison = compareWith(baseline, bytes, actual, { threshold, allow });
  if (comparison instanceof DamagedPngError) {
    if (update === "all") return accept("updated", baseline, actual);
    return { state: "damaged", differingPixels: null, message: comparison.message };
  }
  const { state, differingPixels } = comparison;
  if (state === "identical") return { state, differingPixels, message: `${baseline} is the same to the byte` };
  if (state !== "close" && update === "all") return accept("updated", baseline, actual, differingPixels);
  writeFileSync(`${out}.baseline.png`, bytes);
  writeFileSync(`${out}.diff.png`, comparison.diff);
  return { state, differingPixels, message: explain(comparison, baseline, out, allow ?? 0) };
}

/** Also clears away what an earlier comparison left: a diff must not outlive its difference. */
function writeDrawing(out: string, actual: Buffer): void {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.png`, actual);
  rmSync(`${out}.baseline.png`, { force: true });
  rmSync(`${out}.diff.png`, { force: true });
}

const howToAccept = 'accept it with "npx vitest run -u" once it looks right';

const missing = (baseline: string, out: string): BaselineCheck => ({
  state: "missing",
  differingPixels: null,
  message: `expected a baseline ${baseline}, got none; review ${out}.png and ${howToAccept}`,
});

function accept(
  state: "new" | "updated",
  baseline: string,
  actual: Buffer,
  differingPixels: number | null = null,
): BaselineCheck {
  mkdirSync(dirname(baseline), { recursive: true });
  writeFileSync(baseline, actual);
  return { state, differingPixels, message: `${baseline} was ${state === "new" ? "written" : "updated"}; review it` };
}

function compareWith(
  file: string,
  bytes: Buffer,
  actual: Buffer,
  options: ComparisonOptions,
): ImageComparison | DamagedPngError {
  try {
    decodePng(bytes, file);
  } catch (error) {
    if (error instanceof DamagedPngError) return error;
    throw error;
  }
  return compareImages(actual, bytes, options);
}

function explain(comparison: ImageComparison, baseline: string, out: string, allow: number): string {
  const { state, differingPixels, size, baselineSize } = comparison;
  const count = `${differingPixels} of ${size.width * size.height} pixels`;
  switch (state) {
    case "resized":
      return `expected ${sizeText(baselineSize)} pixels as in ${baseline}, got ${sizeText(size)}; see ${out}.diff.png and ${howToAccept}`;
    case "changed":
      return `expected at most ${allow} pixels to differ from ${baseline}, got ${count}; see ${out}.diff.png and ${howToAccept}`;
    default:
      return `${count} differ from ${baseline}, ${allow} are allowed`;
  }
}

const sizeText = ({ width, height }: Size): string => `${width} × ${height}`;
