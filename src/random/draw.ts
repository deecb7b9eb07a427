import type { Component, Data } from "../language/arm.ts";
import { affine } from "./affine.ts";
import { drawLength, type Stream } from "./stream.ts";

/**
 * `n` draws from the data.
 * @param from position in the stream, a multiple of 8
 * @returns `[n, features]` float32
 */
export function draw(data: Data, n: number, numbers: Stream, from = 0): Float32Array {
  switch (data.kind) {
    case "normal":
      return affine(numbers.normals(n, from), data.sd, data.mean);
    case "uniform":
      return affine(numbers.uniforms(n, from), data.high - data.low, data.low);
    case "mixture":
      return drawMixture(data.components, n, numbers, from);
    case "affine-normal": {
      const normals = numbers.normals(2 * n, from);
      const [[a, b], [c, d]] = data.matrix;
      const [shiftX, shiftY] = data.shift;
      const points = new Float32Array(2 * n);
      for (let i = 0; i < n; i++) {
        const [x, y] = [normals[2 * i], normals[2 * i + 1]];
        points[2 * i] = x * a + y * c + shiftX;
        points[2 * i + 1] = x * b + y * d + shiftY;
      }
      return points;
    }
    case "mnist":
      throw new RangeError("expected a distribution in closed form, got mnist; its images are drawn by index");
  }
}

/** Positions of a stream that `n` draws take. */
export function drawSpan(data: Data, n: number): number {
  switch (data.kind) {
    case "normal":
    case "uniform":
      return drawLength(n);
    case "mixture":
    case "affine-normal":
      return 2 * drawLength(n);
    case "mnist":
      return drawLength(n);
  }
}

/** First which component each draw is of, then where it lies in it. */
function drawMixture(components: readonly Component[], n: number, numbers: Stream, from: number): Float32Array {
  return mixed(componentTable(components), n, numbers, from);
}

/** @param table see {@link componentTable} */
export function mixed(table: Float32Array, n: number, numbers: Stream, from: number): Float32Array {
  const choices = numbers.uniforms(n, from);
  return numbers.normals(n, from + drawLength(n)).map((normal, i) => {
    let c = 0;
    while (choices[i] >= table[3 * c]) c++;
    return table[3 * c + 1] + Math.fround(table[3 * c + 2] * normal);
  });
}

/** Three numbers a component: the sum of the weights up to and with it (infinite for the last), its mean, its sd. */
export function componentTable(components: readonly Component[]): Float32Array {
  let below = 0;
  return Float32Array.from(
    components.flatMap(({ weight, mean, sd }, c) => {
      below += weight;
      return [c === components.length - 1 ? Number.POSITIVE_INFINITY : below, mean, sd];
    }),
  );
}
