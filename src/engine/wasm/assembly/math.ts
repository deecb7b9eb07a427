import { fusedMultiplyAdd } from "./fused-multiply-add";

// Elementary functions on four float32 lanes: the polynomials of the Cephes library, single precision (Moshier 1992).

// V8 spends several instructions on a vector constant at every use, but one on a splat load from memory.
@inline
function coefficient(table: usize, index: i32): v128 {
  return v128.load_splat<f32>(table + ((<usize>index) << 2));
}

/** a b + c, rounded twice: for the functions that make random numbers, whose bits JavaScript repeats. */
@inline
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

const EXP = memory.data<f32>([
  88.02, -87.33, // beyond these 2^n leaves the normal numbers
  1.44269504088896341, // log2(e)
  12582912.0, // 1.5 * 2^23: adding it rounds to an integer, which then stands in the low bits
  -0.693359375, 2.12194440e-4, // -ln 2 in two parts, the first with 9 significant bits
  1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  1.0,
], 16);

/** e^x; x is limited to [-87.33, 88.02], NaN stays NaN. */
@inline
export function exp(x: v128): v128 {
  // The limit stands second: pmin and pmax return their first operand when one is NaN.
  x = f32x4.pmax(f32x4.pmin(x, coefficient(EXP, 0)), coefficient(EXP, 1));
  const shifted = fusedMultiplyAdd(x, coefficient(EXP, 2), coefficient(EXP, 3));
  const n = f32x4.sub(shifted, coefficient(EXP, 3));
  const r = fusedMultiplyAdd(n, coefficient(EXP, 5), fusedMultiplyAdd(n, coefficient(EXP, 4), x));
  const square = f32x4.mul(r, r);
  // In pairs (Estrin), for a shorter chain of dependent operations.
  const high = fusedMultiplyAdd(coefficient(EXP, 6), r, coefficient(EXP, 7));
  const middle = fusedMultiplyAdd(coefficient(EXP, 8), r, coefficient(EXP, 9));
  const low = fusedMultiplyAdd(coefficient(EXP, 10), r, coefficient(EXP, 11));
  const polynomial = fusedMultiplyAdd(fusedMultiplyAdd(high, square, middle), square, low);
  const mantissa = f32x4.add(fusedMultiplyAdd(polynomial, square, r), coefficient(EXP, 12));
  return i32x4.add(mantissa, i32x4.shl(shifted, 23));
}

const TANH = memory.data<f32>([
  -0.0, // the sign bit
  0.625, // below it the polynomial is used
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
  2.0, 1.0,
], 16);

/** 1 / (1 + e^-x). */
@inline
export function sigmoid(x: v128): v128 {
  const one = coefficient(EXP, 12);
  // V8 packs an exclusive or with the sign bit into 256 bits, but no negation.
  return f32x4.div(one, f32x4.add(one, exp(v128.xor(x, coefficient(TANH, 0)))));
}

@inline
export function tanh(x: v128): v128 {
  const sign = v128.and(x, coefficient(TANH, 0));
  const size = v128.andnot(x, coefficient(TANH, 0));
  const square = f32x4.mul(x, x);
  let polynomial = fusedMultiplyAdd(coefficient(TANH, 2), square, coefficient(TANH, 3));
  polynomial = fusedMultiplyAdd(polynomial, square, coefficient(TANH, 4));
  polynomial = fusedMultiplyAdd(polynomial, square, coefficient(TANH, 5));
  polynomial = fusedMultiplyAdd(polynomial, square, coefficient(TANH, 6));
  const small = fusedMultiplyAdd(f32x4.mul(polynomial, square), size, size);
  const one = coefficient(TANH, 8);
  const large = f32x4.sub(one, f32x4.div(coefficient(TANH, 7), f32x4.add(exp(f32x4.add(size, size)), one)));
  return v128.or(v128.bitselect(small, large, f32x4.lt(size, coefficient(TANH, 1))), sign);
}

const LOG = memory.data<f32>([
  7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
  0.5, 1.0,
  -2.12194440e-4, 0.693359375, // ln 2 in two parts
], 16);

/** Bits of sqrt(1/2): mantissas are taken from [sqrt(1/2), sqrt(2)). */
const SQRT_HALF: i32 = 0x3f3504f3;

/** Natural logarithm of positive normal numbers. */
@inline
export function log(x: v128): v128 {
  const bits = i32x4.sub(x, i32x4.splat(SQRT_HALF));
  const exponent = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(SQRT_HALF));
  const f = f32x4.sub(mantissa, coefficient(LOG, 10));
  const square = f32x4.mul(f, f);
  let polynomial = multiplyAdd(coefficient(LOG, 0), f, coefficient(LOG, 1));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 2));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 3));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 4));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 5));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 6));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 7));
  polynomial = multiplyAdd(polynomial, f, coefficient(LOG, 8));
  let tail = f32x4.mul(f32x4.mul(polynomial, f), square);
  tail = f32x4.add(tail, f32x4.mul(exponent, coefficient(LOG, 11)));
  tail = f32x4.sub(tail, f32x4.mul(square, coefficient(LOG, 9)));
  return f32x4.add(f32x4.add(f, tail), f32x4.mul(exponent, coefficient(LOG, 12)));
}

const TURN = memory.data<f32>([
  4.0, 12582912.0, // quadrants of a turn; the rounding shift
  0.25, 6.283185307179586, // a quadrant in turns; radians of a turn
  -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1, // sine on [-pi/4, pi/4]
  2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, // cosine on the same
  0.5, 1.0,
], 16);

/** Quadrant of `turns` in [0, 1), rounded to the nearest; its low bits hold the integer. */
@inline
export function quadrant(turns: v128): v128 {
  return multiplyAdd(turns, coefficient(TURN, 0), coefficient(TURN, 1));
}

/** Angle in [-pi/4, pi/4] that is left of `turns` after its quadrant. */
@inline
export function remainder(turns: v128, shiftedQuadrant: v128): v128 {
  const nearest = f32x4.sub(shiftedQuadrant, coefficient(TURN, 1));
  return f32x4.mul(f32x4.sub(turns, f32x4.mul(nearest, coefficient(TURN, 2))), coefficient(TURN, 3));
}

/** sin x on [-pi/4, pi/4]. */
@inline
export function sineKernel(x: v128): v128 {
  const square = f32x4.mul(x, x);
  let polynomial = multiplyAdd(coefficient(TURN, 4), square, coefficient(TURN, 5));
  polynomial = multiplyAdd(polynomial, square, coefficient(TURN, 6));
  return multiplyAdd(polynomial, f32x4.mul(square, x), x);
}

/** cos x on [-pi/4, pi/4]. */
@inline
export function cosineKernel(x: v128): v128 {
  const square = f32x4.mul(x, x);
  let polynomial = multiplyAdd(coefficient(TURN, 7), square, coefficient(TURN, 8));
  polynomial = multiplyAdd(polynomial, square, coefficient(TURN, 9));
  const tail = f32x4.sub(f32x4.mul(polynomial, f32x4.mul(square, square)), f32x4.mul(square, coefficient(TURN, 10)));
  return f32x4.add(tail, coefficient(TURN, 11));
}
