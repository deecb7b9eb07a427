import type { Data } from "../experiment/arm.ts";
import type { Stream } from "../random/stream.ts";

/** `n` draws from the data, made from a stream's first numbers. @returns `[n]` float32 */
export function draw(data: Data, n: number, numbers: Stream): Float32Array {
  switch (data.kind) {
    case "normal":
      return numbers.normals(n).map((z) => data.mean + data.sd * z);
    case "uniform":
      return numbers.uniforms(n).map((u) => data.low + (data.high - data.low) * u);
  }
}
