/**
 * Two independent standard normals from two uniforms: √(−2 log u₁)·cos(2πu₂) and √(−2 log u₁)·sin(2πu₂) (Box and Muller
 * 1958). Every operation is rounded to float32 and the functions are the polynomials of Cephes, single precision
 * (Moshier 1992), because the last bits of Math.log, Math.sin and Math.cos are not specified. The SIMD kernels
 * (src/engine/wasm/assembly/random.ts) do the same operations in the same order: equal bits.
 * @param u1 in (0, 1], a multiple of 2⁻²⁴
 * @param u2 in [0, 1), a multiple of 2⁻²⁴
 */
export function standardNormalPair(u1: number, u2: number): readonly [cosine: number, sine: number] {
  const radius = f32(Math.sqrt(f32(-2 * log(u1))));
  const quadrant = f32(f32(u2 * 4) + ROUNDING_SHIFT) - ROUNDING_SHIFT;
  const angle = f32(f32(u2 - quadrant * 0.25) * TWO_PI);
  const [cosine, sine] = turn(cosineKernel(angle), sineKernel(angle), quadrant);
  return [f32(radius * cosine), f32(radius * sine)];
}

const f32 = Math.fround;

/** 1.5·2²³: adding it in float32 rounds to the nearest integer, ties to even. */
const ROUNDING_SHIFT = 12582912;

const TWO_PI = f32(6.283185307179586);

/** Cosine and sine of an angle after `quadrant` quarter turns. */
function turn(cosine: number, sine: number, quadrant: number): [number, number] {
  switch (quadrant % 4) {
    case 1:
      return [-sine, cosine];
    case 2:
      return [-cosine, -sine];
    case 3:
      return [sine, -cosine];
    default:
      return [cosine, sine];
  }
}

/** sin x on [−π/4, π/4]. */
function sineKernel(x: number): number {
  const square = f32(x * x);
  const polynomial = horner(square, SINE);
  return f32(f32(polynomial * f32(square * x)) + x);
}

/** cos x on [−π/4, π/4]. */
function cosineKernel(x: number): number {
  const square = f32(x * x);
  const polynomial = horner(square, COSINE);
  const tail = f32(f32(polynomial * f32(square * square)) - f32(square * 0.5));
  return f32(tail + 1);
}

/** Natural logarithm of a positive normal number: x = 2ᵉ(1 + f) with 1 + f in [√½, √2). */
function log(x: number): number {
  float[0] = x;
  const shifted = bits[0] - SQRT_HALF_BITS;
  const exponent = shifted >> 23;
  bits[0] = (shifted & 0x007fffff) + SQRT_HALF_BITS;
  const f = f32(float[0] - 1);
  const square = f32(f * f);
  let tail = f32(f32(horner(f, LOG) * f) * square);
  tail = f32(tail + f32(exponent * LN2_LOW));
  tail = f32(tail - f32(square * 0.5));
  return f32(f32(f + tail) + f32(exponent * LN2_HIGH));
}

/** One number, seen as float32 and as its bits. */
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
const SQRT_HALF_BITS = 0x3f3504f3;

/** ln 2 in two parts, the first with so few bits that a small integer times it is exact. */
const LN2_HIGH = f32(0.693359375);
const LN2_LOW = f32(-2.1219444e-4);

/** c₀xᵐ + c₁xᵐ⁻¹ + … + cₘ, every operation rounded to float32. */
function horner(x: number, coefficients: Float32Array): number {
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = f32(f32(sum * x) + coefficients[i]);
  return sum;
}

const SINE = Float32Array.of(-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1);
const COSINE = Float32Array.of(2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2);
const LOG = Float32Array.of(
  7.0376836292e-2,
  -1.151461031e-1,
  1.167699874e-1,
  -1.2420140846e-1,
  1.4249322787e-1,
  -1.6668057665e-1,
  2.0000714765e-1,
  -2.4999993993e-1,
  3.3333331174e-1,
);
