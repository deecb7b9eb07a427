import type { Film } from "../study/figure.ts";
import type { Panel } from "./panel.ts";
import { figureZoom, toPng } from "./png.ts";
import { sheet } from "./sheet.ts";

/**
 * A row of equal frames in one PNG, for a player that shows one at a time.
 * @param frames panels of one size
 * @throws {RangeError} for no frames, or frames of different sizes
 */
export function film(frames: readonly Panel[], { zoom = figureZoom }: { zoom?: number } = {}): Film {
  if (frames.length === 0) throw new RangeError("expected at least one frame, got none");
  const { width, height } = frames[0];
  for (const frame of frames) {
    if (frame.width !== width || frame.height !== height) {
      throw new RangeError(
        `expected frames of one size, got ${width} × ${height} and ${frame.width} × ${frame.height}; draw them alike`,
      );
    }
  }
  const row = sheet([frames], { gap: 0, margin: 0 });
  return { png: toPng(row, zoom), frames: frames.length, width, height };
}
