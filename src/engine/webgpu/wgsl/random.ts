import { range } from "./numbers.ts";

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];
const words = ["key.x", "key.y", "third"];

/** Rounds r of Threefry, with a key injection after every fourth. */
const rounds = range(20)
  .map((r) => {
    const round = `x += y; y = ((y << ${rotations[r % 8]}u) | (y >> ${32 - rotations[r % 8]}u)) ^ x;`;
    if (r % 4 !== 3) return round;
    const injection = (r + 1) / 4;
    return `${round} x += ${words[injection % 3]}; y += ${words[(injection + 1) % 3]} + ${injection}u;`;
  })
  .join("\n  ");

/**
 * The streams of src/random/ in WGSL. `wordsAt` gives the words of the block that a position belongs to, `uniformAt` and
 * `normalAt` the numbers there. Uniforms are the host's to the bit. Normals are the same polynomials in the same order,
 * yet a driver may fuse multiplications and additions, so they are the host's to rounding.
 */
export const random = `
const TWO_TO_MINUS_24 = 5.9604644775390625e-8f;

/** Threefry-2x32-20 (Salmon et al. 2011), the counter's high word being 0. */
fn threefry(key: vec2u, block: u32) -> vec2u {
  let third = key.x ^ key.y ^ 0x1bd11bdau;
  var x = block + key.x;
  var y = key.y;
  ${rounds}
  return vec2u(x, y);
}

fn uniformOf(block: vec2u, isOdd: bool) -> f32 {
  return f32(select(block.x, block.y, isOdd) >> 8u) * TWO_TO_MINUS_24;
}

/** Box and Muller 1958: the cosine at even positions, the sine at odd ones. */
fn normalOf(block: vec2u, isOdd: bool) -> f32 {
  let radius = sqrt(-2.0f * logarithm(f32((block.x >> 8u) + 1u) * TWO_TO_MINUS_24));
  let turns = f32(block.y >> 8u) * TWO_TO_MINUS_24;
  let nearest = round(turns * 4.0f);
  let angle = (turns - nearest * 0.25f) * 6.283185307179586f;
  // The sine is the cosine three quarter turns on.
  let quadrant = (u32(nearest) + select(0u, 3u, isOdd)) & 3u;
  let side = select(cosineKernel(angle), sineKernel(angle), (quadrant & 1u) == 1u);
  return radius * select(side, -side, quadrant == 1u || quadrant == 2u);
}

/** sin x and cos x on [-pi/4, pi/4], and the natural logarithm of positive normal numbers: Cephes (Moshier 1992). */
fn sineKernel(x: f32) -> f32 {
  let square = x * x;
  let polynomial = (-1.9515295891e-4f * square + 8.3321608736e-3f) * square + -1.6666654611e-1f;
  return polynomial * (square * x) + x;
}

fn cosineKernel(x: f32) -> f32 {
  let square = x * x;
  let polynomial = (2.443315711809948e-5f * square + -1.388731625493765e-3f) * square + 4.166664568298827e-2f;
  return (polynomial * (square * square) - square * 0.5f) + 1.0f;
}

fn logarithm(x: f32) -> f32 {
  let shifted = bitcast<i32>(x) - 0x3f3504f3i;
  let exponent = f32(shifted >> 23u);
  let f = bitcast<f32>((shifted & 0x007fffffi) + 0x3f3504f3i) - 1.0f;
  let square = f * f;
  var tail = 7.0376836292e-2f;
  tail = tail * f + -1.151461031e-1f;
  tail = tail * f + 1.167699874e-1f;
  tail = tail * f + -1.2420140846e-1f;
  tail = tail * f + 1.4249322787e-1f;
  tail = tail * f + -1.6668057665e-1f;
  tail = tail * f + 2.0000714765e-1f;
  tail = tail * f + -2.4999993993e-1f;
  tail = tail * f + 3.3333331174e-1f;
  tail = (tail * f) * square;
  tail += exponent * -2.12194440e-4f;
  tail -= square * 0.5f;
  return (f + tail) + exponent * 0.693359375f;
}`;
