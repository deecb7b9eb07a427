import { drawLength, type Stream } from "./stream.ts";

/**
 * The numbers 0 … n − 1 in random order (Fisher–Yates). Permutation number `t` of a stream; each takes
 * {@link drawLength}(n) positions.
 * @param n below 2²⁴, where uniforms are still fine enough; a place's probability is off by n·2⁻²⁴ of itself at most
 */
export function permutation(n: number, numbers: Stream, t = 0): Uint32Array<ArrayBuffer> {
  if (!Number.isSafeInteger(n) || n < 0 || n >= 2 ** 24) {
    throw new RangeError(`expected a whole number below 2^24 of things to permute, got ${n}`);
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const uniforms = numbers.uniforms(n, t * drawLength(n));
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniforms[i] * (i + 1));
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
