import { affine } from "../../random/affine.ts";
import { mixed } from "../../random/draw.ts";
import type { Draw } from "../../random/draws.ts";
import { drawLength, type Stream } from "../../random/stream.ts";

/** Draw number `t` of n numbers from a stream; see {@link Draw}. */
export function drawSamples(draw: Draw, stream: Stream, t: number, n: number): Float64Array {
  if (draw.kind === "mixture") {
    return Float64Array.from(mixed(draw.components, n, stream, 2 * t * drawLength(n)));
  }
  const position = t * drawLength(n);
  const numbers = draw.kind === "normal" ? stream.normals(n, position) : stream.uniforms(n, position);
  const samples = affine(numbers, draw.scale, draw.shift);
  const { grid } = draw;
  return Float64Array.from(grid ? samples.map((value, i) => value + grid[i]) : samples);
}

/** The dropout masks of one player's updates, one after the other in their stream; each starts at the next multiple of 8. */
export class DropoutMasks {
  readonly #stream: Stream;
  #position = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  /**
   * Factors `[rows, units]`: 0 with probability `rate`, else 1/(1 − rate) (inverted dropout).
   * @param segments batches that go through the network together; each has a mask of its own
   */
  next(rows: number, units: number, rate: number, segments: number): Float64Array {
    const mask = new Float64Array(rows * units);
    const n = mask.length / segments;
    for (let segment = 0; segment < segments; segment++) {
      const uniforms = this.#stream.uniforms(n, this.#position);
      uniforms.forEach((u, i) => {
        mask[segment * n + i] = u >= rate ? 1 / (1 - rate) : 0;
      });
      this.#position += drawLength(n);
    }
    return mask;
  }
}
