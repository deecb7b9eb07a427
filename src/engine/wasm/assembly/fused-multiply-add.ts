import { floats } from "./layout";

// Multiplication and addition with one rounding. The kernels are compiled twice: with relaxed SIMD, whose operation is fused
// on processors that have such an instruction, and in strict WebAssembly, which computes the same bits anywhere, slowly.

/** a b + c in float32, rounded once. */
@inline
export function fusedMultiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : emulated(a, b, c);
}

/** out = a b + c on n float32 numbers, n a multiple of 4, rounded once each: for probing what the processor does. */
export function fusedMultiplyAdds(n: i32, a: usize, b: usize, c: usize, out: usize): void {
  for (const end = a + floats(n); a < end; a += 16, b += 16, c += 16, out += 16) {
    v128.store(out, fusedMultiplyAdd(v128.load(a), v128.load(b), v128.load(c)));
  }
}

/**
 * The product of two float32 numbers is exact in float64; the sum is rounded to float64, and from there to float32. Rounding
 * twice gives another result than rounding once in two cases only: the float64 sum is halfway between two float32 numbers,
 * or so small that float32 has fewer bits for it.
 */
function emulated(a: v128, b: v128, c: v128): v128 {
  const productLow = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
  const productHigh = f64x2.mul(f64x2.promote_low_f32x4(upper(a)), f64x2.promote_low_f32x4(upper(b)));
  const summandLow = f64x2.promote_low_f32x4(c);
  const summandHigh = f64x2.promote_low_f32x4(upper(c));
  let low = f64x2.add(productLow, summandLow);
  let high = f64x2.add(productHigh, summandHigh);
  if (v128.any_true(v128.or(isDelicate(low), isDelicate(high)))) {
    low = roundedToOdd(productLow, summandLow, low);
    high = roundedToOdd(productHigh, summandHigh, high);
  }
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

@inline
function upper(x: v128): v128 {
  return v128.shuffle<f32>(x, x, 2, 3, 2, 3);
}

/** The bits of a float64 that float32 has no room for, and their value halfway between two float32 numbers. */
const SURPLUS: i64 = 0x1fffffff;
const HALFWAY: i64 = 0x10000000;

/** The smallest normal float32, 2^-126. */
const SMALLEST_NORMAL: f64 = 1.1754943508222875e-38;

@inline
function isDelicate(sum: v128): v128 {
  const halfway = i64x2.eq(v128.and(sum, i64x2.splat(SURPLUS)), i64x2.splat(HALFWAY));
  return v128.or(halfway, f64x2.lt(f64x2.abs(sum), f64x2.splat(SMALLEST_NORMAL)));
}

/**
 * product + summand rounded to odd: an inexact result takes the neighbour whose last bit is 1. Rounded once more, to float32,
 * it gives what one rounding of the exact sum gives (Boldo and Melquiond 2008, "Emulation of FMA and correctly rounded sums:
 * proved algorithms using rounding to odd", IEEE Transactions on Computers 57(4)). The error of the sum is that of Knuth's
 * TwoSum.
 */
@inline
function roundedToOdd(product: v128, summand: v128, sum: v128): v128 {
  const part = f64x2.sub(sum, product);
  const error = f64x2.add(f64x2.sub(product, f64x2.sub(sum, part)), f64x2.sub(summand, part));
  // Both comparisons are false where an infinity has made the error NaN: such a sum stays.
  const inexact = v128.or(f64x2.lt(error, f64x2.splat(0)), f64x2.gt(error, f64x2.splat(0)));
  const even = i64x2.sub(v128.and(sum, i64x2.splat(1)), i64x2.splat(1));
  // One unit of the last place away from zero if the error has the sum's sign, or else towards it.
  const step = v128.or(i64x2.shr_s(v128.xor(error, sum), 63), i64x2.splat(1));
  return i64x2.add(sum, v128.and(v128.and(inexact, even), step));
}
