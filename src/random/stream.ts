import seedrandom from "seedrandom";
import { normals, uniforms } from "./threefry.ts";

/**
 * A named stream of random numbers. Number i is a function of the key and i alone (counter-based), so any engine can make
 * any part of it, in any order, without carrying state. Draws start at multiples of 8: see {@link drawLength}.
 */
export interface Stream {
  /** Threefry key: two unsigned 32-bit words. */
  readonly key: readonly [number, number];
  /** Numbers `from … from + n − 1` as float32 k·2⁻²⁴ in [0, 1). @param from a multiple of 8 */
  uniforms(n: number, from?: number): Float32Array;
  /** Standard normals `from … from + n − 1` (float32): Box–Muller on the pair that a position belongs to. @param from a multiple of 8 */
  normals(n: number, from?: number): Float32Array;
}

/**
 * The stream of one purpose ("init/generator", "data", "latent/generator" …) of one seed.
 * @throws {RangeError} if the seed is not a positive integer.
 */
export function stream(seed: number, purpose: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 1) {
    throw new RangeError(`expected a positive integer as seed, got ${seed}; seeds start at 1`);
  }
  const words = seedrandom(`${seed}/${purpose}`);
  const key = [words.int32() >>> 0, words.int32() >>> 0] as const;
  return {
    key,
    uniforms: (n, from = 0) => uniforms(key, n, from),
    normals: (n, from = 0) => normals(key, n, from),
  };
}

/** Positions that a draw of n numbers takes: n rounded up to 8, so that no draw splits a SIMD group or a Box–Muller pair. */
export const drawLength = (n: number): number => Math.ceil(n / 8) * 8;
