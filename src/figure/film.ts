import type { Panel } from "./panel.ts";
import { sheet } from "./sheet.ts";

/**
 * Equal frames in one row without gaps, for a player that shows one at a time.
 * @param frames panels of one size
 * @returns a whole SVG
 * @throws {RangeError} for no frames, or frames of different sizes
 */
export function film(frames: readonly Panel[]): string {
  if (frames.length === 0) throw new RangeError("expected at least one frame, got none");
  const { width, height } = frames[0];
  for (const frame of frames) {
    if (frame.width !== width || frame.height !== height) {
      throw new RangeError(
        `expected frames of one size, got ${width} × ${height} and ${frame.width} × ${frame.height}; draw them alike`,
      );
    }
  }
  return sheet([frames], { gap: 0, margin: 0 });
}
