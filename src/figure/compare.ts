import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { decodePng, type Size } from "./read-png.ts";

export type ImageComparison = Sizes &
  (
    | /** Both files have the same bytes. */ { readonly state: "identical"; readonly differingPixels: 0 }
    /** As many pixels differ as are allowed, or fewer; or more. */
    | { readonly state: "close" | "changed"; readonly differingPixels: number; readonly diff: Buffer }
    /** The sizes differ; what either image lacks is magenta in the diff. */
    | { readonly state: "resized"; readonly differingPixels: number; readonly diff: Buffer }
  );

interface Sizes {
  readonly size: Size;
  readonly baselineSize: Size;
}

export interface ComparisonOptions {
  /** How far a pixel's colour may be off, 0 to 1: pixelmatch's threshold on the YIQ distance (Kotsarenko and Ramos 2010). */
  readonly threshold?: number;
  /** Pixels that may differ. */
  readonly allow?: number;
}

/**
 * Compares two PNGs. Equal bytes pass at once; anti-aliased pixels are not counted.
 * @throws {DamagedPngError} if either is not a PNG
 */
export function compareImages(
  actual: Buffer,
  baseline: Buffer,
  { threshold = 0.1, allow = 0 }: ComparisonOptions = {},
): ImageComparison {
  const after = decodePng(actual, "the new drawing");
  if (actual.equals(baseline)) {
    return { state: "identical", differingPixels: 0, size: sizeOf(after), baselineSize: sizeOf(after) };
  }
  const before = decodePng(baseline, "the baseline");
  const sizes = { size: sizeOf(after), baselineSize: sizeOf(before) };
  const { differingPixels, diff } = difference(before, after, threshold);
  if (after.width !== before.width || after.height !== before.height) {
    return { state: "resized", differingPixels, diff, ...sizes };
  }
  return { state: differingPixels <= allow ? "close" : "changed", differingPixels, diff, ...sizes };
}

const sizeOf = ({ width, height }: PNG): Size => ({ width, height });

function difference(before: PNG, after: PNG, threshold: number): { differingPixels: number; diff: Buffer } {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const diff = new PNG({ width, height });
  const options = { threshold, includeAA: false, alpha: paleness, diffColor: magenta, aaColor: amber };
  const old = padded(before, width, height);
  const fresh = padded(after, width, height);
  const differingPixels = pixelmatch(old.data, fresh.data, diff.data, width, height, options);
  return { differingPixels, diff: PNG.sync.write(diff) };
}

/** Opacity of what is the same, so that what differs stands out. */
const paleness = 0.15;
const magenta: [number, number, number] = [230, 0, 120];
const amber: [number, number, number] = [255, 200, 0];

/** pixelmatch wants equal sizes; a colour that no figure uses shows where an image ends. */
function padded(image: PNG, width: number, height: number): PNG {
  if (image.width === width && image.height === height) return image;
  const larger = new PNG({ width, height });
  for (let at = 0; at < larger.data.length; at += 4) larger.data.set([255, 0, 255, 255], at);
  PNG.bitblt(image, larger, 0, 0, image.width, image.height, 0, 0);
  return larger;
}
