import { stream } from "../../random/stream.ts";
import type { Exports } from "./kernel-check.ts";

/** Float32 numbers for `n` times a b + c. */
export interface Triples {
  readonly n: number;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly c: Float32Array;
}

/** Triples on which a multiply-add that rounds twice gives itself away, each kind from 8 draws in [0, 1). */
const kinds: Readonly<Record<string, (draws: Float32Array) => readonly [number, number, number]>> = {
  "of any size": ([r, s, t, u, v, w, x, y]) => [
    signed(r, u) * 2 ** integer(v, -125, 126),
    signed(s, u) * 2 ** integer(w, -125, 126),
    signed(t, x) * 2 ** integer(y, -149, 127),
  ],
  "of like sizes": ([r, s, t, u, v, w, x, y]) => [
    signed(r, u),
    signed(s, v) * 2 ** integer(w, -3, 3),
    signed(t, x) * 2 ** integer(y, -30, 30),
  ],
  "that cancel": ([r, s, , u, v, w, x]) => {
    const [a, b] = [signed(r, u), signed(s, v) * 2 ** integer(w, -60, 60)];
    return [a, b, -Math.fround(a * b) * (1 + integer(x, -4, 4) * ulp)];
  },
  // A product of a quarter, half or whole unit of the sum's last place, give or take very little.
  "that are halfway": ([r, s, t, u, v, w]) => [
    (u < 0.5 ? -1 : 1) * (1 + integer(v, -3, 3) * ulp) * 2 ** -12,
    (1 + integer(w, -3, 3) * ulp) * 2 ** integer(r, -13, -11),
    signed(t, s),
  ],
  "that are halfway and subnormal": ([r, s, t, u, v, w]) => [
    (u < 0.5 ? -1 : 1) * (1 + integer(v, -3, 3) * ulp) * 2 ** -75,
    (1 + integer(w, -3, 3) * ulp) * 2 ** integer(r, -76, -74),
    (s < 0.5 ? -1 : 1) * integer(t, 0, 2 ** 23 - 1) * 2 ** -149,
  ],
  "with subnormal sums": ([r, s, t, u, v, w, x, y]) => [
    signed(r, u) * 2 ** integer(v, -75, -60),
    s * 2 ** integer(w, -75, -60),
    x < 0.25 ? 0 : signed(t, y) * 2 ** integer(x, -149, -120),
  ],
};
export const tripleKinds = Object.keys(kinds);

/** A unit in the last place of 1. */
const ulp = 2 ** -23;
const integer = (draw: number, low: number, high: number): number => low + Math.floor(draw * (high - low + 1));
/** A number of 24 significant bits, of size [1, 2). */
const signed = (draw: number, sign: number): number =>
  (sign < 0.5 ? -1 : 1) * (1 + integer(draw, 0, 2 ** 23 - 1) * ulp);

/** `n` triples of a kind; another seed gives others. */
export function triples(kind: string, n: number, seed: number): Triples {
  const draws = stream(seed, `triples ${kind}`).uniforms(8 * n);
  const [a, b, c] = [new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  for (let i = 0; i < n; i++) [a[i], b[i], c[i]] = kinds[kind](draws.subarray(8 * i, 8 * i + 8));
  return { n, a, b, c };
}

/** a b + c of each triple by a module of kernels; `n` is a multiple of 4. */
export function multiplyAdds(module: WebAssembly.Module, { n, a, b, c }: Triples): Float32Array {
  const memory = new WebAssembly.Memory({ initial: 4 + Math.ceil((16 * n) / 65_536), maximum: 65_536 });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { heapBase, fusedMultiplyAdds } = exports as unknown as Exports;
  const [atA, atB, atC, out] = [0, 1, 2, 3].map((i) => Math.ceil(heapBase() / 16) * 16 + 4 * n * i);
  for (const [at, numbers] of [
    [atA, a],
    [atB, b],
    [atC, c],
  ] as const)
    new Float32Array(memory.buffer, at, n).set(numbers);
  fusedMultiplyAdds(n, atA, atB, atC, out);
  return new Float32Array(memory.buffer, out, n);
}

/** a b + c of finite float32 numbers, computed in integers and then rounded to float32, halfway to even. */
export function roundedOnce(a: number, b: number, c: number): number {
  const sum = units(a) * units(b) + (units(c) << 149n); // in units of 2^-298
  if (sum === 0n) return a * b + c; // exact in float64, with the sign of zero
  const size = sum < 0n ? -sum : sum;
  const surplus = Math.max(size.toString(2).length - 24, 149); // bits below the last that float32 has room for
  const kept = size >> BigInt(surplus);
  const rest = size - (kept << BigInt(surplus));
  const half = 1n << BigInt(surplus - 1);
  const up = rest > half || (rest === half && kept % 2n === 1n);
  return Math.fround((sum < 0n ? -1 : 1) * Number(up ? kept + 1n : kept) * 2 ** (surplus - 298));
}

/** A finite float32 number in units of the smallest, 2^-149. */
const units = (x: number): bigint => BigInt(x * 2 ** 149);
