import { floats } from "./layout";
import { sigmoid, tanh } from "./math";

/** Codes of the activations; ../layer-buffers.ts has the same. */
const SIGMOID: i32 = 1;
const TANH: i32 = 2;
const RELU: i32 = 3;
const LEAKY_RELU: i32 = 4;
const PROBABILITY: i32 = 5;

/**
 * A sigmoid of less than this is 0, unless it is a discriminator's probability. As a pixel or as a factor of a gradient,
 * e^-44.36 = 2^-64 would be lost in the rounding of a sum. But products of such numbers are subnormal, a processor takes
 * some 30 times as long for them, and a collapsed generator is full of them.
 */
const LOST: f32 = -44.36;

/** y = activation(y) on n float32 numbers, n a multiple of 8. `slope` is leaky-relu's below zero; 0 (linear) changes nothing. */
export function activate(n: i32, y: usize, activation: i32, slope: f32): void {
  const end = y + floats(n);
  if (activation == SIGMOID) sigmoidInPlace(y, end, LOST);
  else if (activation == PROBABILITY) sigmoidInPlace(y, end, f32.NEGATIVE_INFINITY);
  else if (activation == TANH) tanhInPlace(y, end);
  else if (activation == RELU) reluInPlace(y, end);
  else if (activation == LEAKY_RELU) leakyReluInPlace(y, end, f32x4.splat(slope));
}

// Two vectors an iteration share the coefficients that are loaded from memory.
function sigmoidInPlace(y: usize, end: usize, lost: f32): void {
  const limit = f32x4.splat(lost);
  for (; y < end; y += 32) {
    const first = v128.load(y);
    const second = v128.load(y, 16);
    // NaN is not less than anything, and stays.
    const firstLost = f32x4.lt(first, limit);
    const secondLost = f32x4.lt(second, limit);
    v128.store(y, v128.andnot(sigmoid(v128.andnot(first, firstLost)), firstLost));
    v128.store(y, v128.andnot(sigmoid(v128.andnot(second, secondLost)), secondLost), 16);
  }
}

function tanhInPlace(y: usize, end: usize): void {
  for (; y < end; y += 32) {
    const first = tanh(v128.load(y));
    const second = tanh(v128.load(y, 16));
    v128.store(y, first);
    v128.store(y, second, 16);
  }
}

function reluInPlace(y: usize, end: usize): void {
  for (; y < end; y += 16) v128.store(y, f32x4.pmax(v128.load(y), f32x4.splat(0)));
}

function leakyReluInPlace(y: usize, end: usize, slope: v128): void {
  for (; y < end; y += 16) {
    const x = v128.load(y);
    v128.store(y, v128.bitselect(x, f32x4.mul(x, slope), f32x4.gt(x, f32x4.splat(0))));
  }
}

/** gradient *= activation'(x) on n numbers (a multiple of 8), the derivative being expressed by the output y = activation(x). */
export function activationGradient(n: i32, y: usize, activation: i32, slope: f32, gradient: usize): void {
  const end = gradient + floats(n);
  const one = f32x4.splat(1);
  if (activation == SIGMOID || activation == PROBABILITY) {
    for (; gradient < end; gradient += 16, y += 16) {
      const output = v128.load(y);
      v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.mul(output, f32x4.sub(one, output))));
    }
  } else if (activation == TANH) {
    for (; gradient < end; gradient += 16, y += 16) {
      const output = v128.load(y);
      v128.store(gradient, f32x4.mul(v128.load(gradient), f32x4.sub(one, f32x4.mul(output, output))));
    }
  } else if (activation == RELU) {
    for (; gradient < end; gradient += 16, y += 16) {
      v128.store(gradient, v128.and(v128.load(gradient), f32x4.gt(v128.load(y), f32x4.splat(0))));
    }
  } else if (activation == LEAKY_RELU) {
    for (; gradient < end; gradient += 16, y += 16) {
      const below = f32x4.mul(v128.load(gradient), f32x4.splat(slope));
      v128.store(gradient, v128.bitselect(v128.load(gradient), below, f32x4.gt(v128.load(y), f32x4.splat(0))));
    }
  }
}

/** out = max(low, min(high, scale * x + shift)) on n numbers, n a multiple of 8. */
export function scaleAndClamp(n: i32, x: usize, scale: f32, shift: f32, low: f32, high: f32, out: usize): void {
  for (const end = x + floats(n); x < end; x += 16, out += 16) {
    const scaled = scaleAndShift(v128.load(x), scale, shift);
    // The limit stands second, so that NaN stays NaN.
    v128.store(out, f32x4.pmax(f32x4.pmin(scaled, f32x4.splat(high)), f32x4.splat(low)));
  }
}

/** Without a shift nothing is added: -0 + 0 would be another zero. */
@inline
function scaleAndShift(x: v128, scale: f32, shift: f32): v128 {
  const scaled = f32x4.mul(x, f32x4.splat(scale));
  return shift == 0 ? scaled : f32x4.add(scaled, f32x4.splat(shift));
}

/** gradient *= scale where low <= scale * x + shift <= high, and 0 elsewhere: the derivative of {@link scaleAndClamp}. */
export function outputGradient(n: i32, x: usize, scale: f32, shift: f32, low: f32, high: f32, gradient: usize): void {
  for (const end = x + floats(n); x < end; x += 16, gradient += 16) {
    const scaled = scaleAndShift(v128.load(x), scale, shift);
    const outside = v128.or(f32x4.lt(scaled, f32x4.splat(low)), f32x4.gt(scaled, f32x4.splat(high)));
    v128.store(gradient, v128.andnot(f32x4.mul(v128.load(gradient), f32x4.splat(scale)), outside));
  }
}

/** Turns n uniforms into factors of inverted dropout, in place: 1 / (1 - rate) where u >= rate, else 0. */
export function dropout(n: i32, uniforms: usize, rate: f32, survivor: f32): void {
  for (const end = uniforms + floats(n); uniforms < end; uniforms += 16) {
    const kept = f32x4.ge(v128.load(uniforms), f32x4.splat(rate));
    v128.store(uniforms, v128.and(f32x4.splat(survivor), kept));
  }
}

/** out = x + summand on n numbers, n a multiple of 8. */
export function add(n: i32, x: usize, summand: usize, out: usize): void {
  for (const end = x + floats(n); x < end; x += 16, summand += 16, out += 16) {
    v128.store(out, f32x4.add(v128.load(x), v128.load(summand)));
  }
}

/** out = x * factor on n numbers, n a multiple of 8. */
export function multiply(n: i32, x: usize, factor: usize, out: usize): void {
  for (const end = x + floats(n); x < end; x += 16, factor += 16, out += 16) {
    v128.store(out, f32x4.mul(v128.load(x), v128.load(factor)));
  }
}
