import { floats } from "./layout";
import { cosineKernel, log, quadrant, remainder, sineKernel } from "./math";

// Threefry-2x32-20 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"), four blocks at once.
// src/random/threefry.ts is the same in JavaScript, to the bit, and says how numbers and positions belong together.

/** out[i] = shift + scale * u, u the uniforms of `count` positions (a multiple of 8) from block (blockHigh, blockLow) on. */
export function fillUniforms(
  count: i32, key0: u32, key1: u32, blockLow: u32, blockHigh: u32, scale: f32, shift: f32, out: usize,
): void {
  for (let block: u32 = 0; block < <u32>(count >> 1); block += 4) {
    threefry(key0, key1, blockLow, blockHigh, block);
    storePairs(unit(word0), unit(word1), scale, shift, out);
    out += 32;
  }
}

/** out[i] = shift + scale * n, n the standard normals of the same positions: Box and Muller 1958 on the pair of a block. */
export function fillNormals(
  count: i32, key0: u32, key1: u32, blockLow: u32, blockHigh: u32, scale: f32, shift: f32, out: usize,
): void {
  for (let block: u32 = 0; block < <u32>(count >> 1); block += 4) {
    threefry(key0, key1, blockLow, blockHigh, block);
    const positive = f32x4.add(unit(word0), f32x4.splat(TWO_TO_MINUS_24));
    const radius = f32x4.sqrt(f32x4.mul(f32x4.splat(-2), log(positive)));
    const turns = unit(word1);
    const turned = quadrant(turns);
    const angle = remainder(turns, turned);
    const sine = sineKernel(angle);
    const cosine = cosineKernel(angle);
    // A quarter turn exchanges sine and cosine; half a turn changes their signs.
    const odd = i32x4.ne(v128.and(turned, i32x4.splat(1)), i32x4.splat(0));
    const sineSign = i32x4.shl(v128.and(turned, i32x4.splat(2)), 30);
    const cosineSign = i32x4.shl(v128.and(i32x4.add(turned, i32x4.splat(1)), i32x4.splat(2)), 30);
    const even = f32x4.mul(radius, v128.xor(v128.bitselect(sine, cosine, odd), cosineSign));
    const uneven = f32x4.mul(radius, v128.xor(v128.bitselect(cosine, sine, odd), sineSign));
    storePairs(even, uneven, scale, shift, out);
    out += 32;
  }
}

const TWO_TO_MINUS_24: f32 = 5.9604644775390625e-8;

/** The two words of the blocks that {@link threefry} made last. */
let word0: v128 = i32x4.splat(0);
let word1: v128 = i32x4.splat(0);

/** Blocks `from`, `from + 1`, `from + 2` and `from + 3` counted from (blockHigh, blockLow). */
@inline
function threefry(key0: u32, key1: u32, blockLow: u32, blockHigh: u32, from: u32): void {
  const key2 = key0 ^ key1 ^ 0x1bd11bda; // Salmon et al., section 3.3: Skein's parity constant
  const low = i32x4.add(i32x4.splat(blockLow + from), i32x4(0, 1, 2, 3));
  // A low word below the first one has wrapped around: true is -1.
  const high = i32x4.sub(i32x4.splat(blockHigh), u32x4LessThan(low, blockLow));
  let x = i32x4.add(low, i32x4.splat(key0));
  let y = i32x4.add(high, i32x4.splat(key1));

  x = i32x4.add(x, y); y = v128.xor(rotate(y, 13), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
  x = i32x4.add(x, i32x4.splat(key1));
  y = i32x4.add(y, i32x4.splat(key2 + 1));

  x = i32x4.add(x, y); y = v128.xor(rotate(y, 17), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 29), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 16), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 24), x);
  x = i32x4.add(x, i32x4.splat(key2));
  y = i32x4.add(y, i32x4.splat(key0 + 2));

  x = i32x4.add(x, y); y = v128.xor(rotate(y, 13), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
  x = i32x4.add(x, i32x4.splat(key0));
  y = i32x4.add(y, i32x4.splat(key1 + 3));

  x = i32x4.add(x, y); y = v128.xor(rotate(y, 17), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 29), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 16), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 24), x);
  x = i32x4.add(x, i32x4.splat(key1));
  y = i32x4.add(y, i32x4.splat(key2 + 4));

  x = i32x4.add(x, y); y = v128.xor(rotate(y, 13), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 15), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 26), x);
  x = i32x4.add(x, y); y = v128.xor(rotate(y, 6), x);
  word0 = i32x4.add(x, i32x4.splat(key2));
  word1 = i32x4.add(y, i32x4.splat(key0 + 5));
}

@inline
function rotate(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shl(x, bits), i32x4.shr_u(x, 32 - bits));
}

@inline
function u32x4LessThan(a: v128, b: u32): v128 {
  return v128.lt<u32>(a, i32x4.splat(b));
}

/** The high 24 bits of a word as k * 2^-24 in [0, 1): exact. */
@inline
function unit(word: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(word, 8)), f32x4.splat(TWO_TO_MINUS_24));
}

/** Interleaves what belongs to even and odd positions. */
@inline
function storePairs(even: v128, odd: v128, scale: f32, shift: f32, out: usize): void {
  const a = f32x4.add(f32x4.splat(shift), f32x4.mul(f32x4.splat(scale), even));
  const b = f32x4.add(f32x4.splat(shift), f32x4.mul(f32x4.splat(scale), odd));
  v128.store(out, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
  v128.store(out, v128.shuffle<f32>(a, b, 2, 6, 3, 7), 16);
}
