import type { Data } from "../experiment/arm.ts";
import { affine } from "../random/affine.ts";
import type { Stream } from "../random/stream.ts";

/** `n` draws from the data, made from a stream's first numbers. @returns `[n]` float32 */
export function draw(data: Data, n: number, numbers: Stream): Float32Array {
  switch (data.kind) {
    case "normal":
      return affine(numbers.normals(n), data.sd, data.mean);
    case "uniform":
      return affine(numbers.uniforms(n), data.high - data.low, data.low);
  }
}
