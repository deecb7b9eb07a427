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

// Two or four vectors an iteration, with neighbouring stores: these V8 packs into 256 bits, and they share the coefficients
// that are loaded from memory.

function sigmoidInPlace(y: usize, end: usize, lost: f32): void {
  const limit = f32x4.splat(lost);
  for (; y + 32 < end; y += 64) {
    const a = limitedSigmoid(v128.load(y), limit);
    const b = limitedSigmoid(v128.load(y, 16), limit);
    const c = limitedSigmoid(v128.load(y, 32), limit);
    const d = limitedSigmoid(v128.load(y, 48), limit);
    v128.store(y, a);
    v128.store(y, b, 16);
    v128.store(y, c, 32);
    v128.store(y, d, 48);
  }
  if (y < end) {
    const a = limitedSigmoid(v128.load(y), limit);
    const b = limitedSigmoid(v128.load(y, 16), limit);
    v128.store(y, a);
    v128.store(y, b, 16);
  }
}

/** 0 below the limit. NaN is not less than anything, and stays. */
@inline
function limitedSigmoid(x: v128, limit: v128): v128 {
  const isLost = f32x4.lt(x, limit);
  return v128.andnot(sigmoid(v128.andnot(x, isLost)), isLost);
}

function tanhInPlace(y: usize, end: usize): void {
  for (; y < end; y += 32) {
    const a = tanh(v128.load(y));
    const b = tanh(v128.load(y, 16));
    v128.store(y, a);
    v128.store(y, b, 16);
  }
}

function reluInPlace(y: usize, end: usize): void {
  const zero = f32x4.splat(0);
  for (; y < end; y += 32) {
    const a = f32x4.pmax(v128.load(y), zero);
    const b = f32x4.pmax(v128.load(y, 16), zero);
    v128.store(y, a);
    v128.store(y, b, 16);
  }
}

function leakyReluInPlace(y: usize, end: usize, slope: v128): void {
  for (; y < end; y += 32) {
    const a = leakyRelu(v128.load(y), slope);
    const b = leakyRelu(v128.load(y, 16), slope);
    v128.store(y, a);
    v128.store(y, b, 16);
  }
}

@inline
function leakyRelu(x: v128, slope: v128): v128 {
  return v128.bitselect(x, f32x4.mul(x, slope), f32x4.gt(x, f32x4.splat(0)));
}

/** gradient *= activation'(x) on n numbers (a multiple of 8), the derivative being expressed by the output y = activation(x). */
export function activationGradient(n: i32, y: usize, activation: i32, slope: f32, gradient: usize): void {
  const end = gradient + floats(n);
  if (activation == SIGMOID || activation == PROBABILITY) {
    for (; gradient < end; gradient += 32, y += 32) {
      const a = throughSigmoid(v128.load(gradient), v128.load(y));
      const b = throughSigmoid(v128.load(gradient, 16), v128.load(y, 16));
      v128.store(gradient, a);
      v128.store(gradient, b, 16);
    }
  } else if (activation == TANH) {
    for (; gradient < end; gradient += 32, y += 32) {
      const a = throughTanh(v128.load(gradient), v128.load(y));
      const b = throughTanh(v128.load(gradient, 16), v128.load(y, 16));
      v128.store(gradient, a);
      v128.store(gradient, b, 16);
    }
  } else if (activation == RELU) {
    for (; gradient < end; gradient += 32, y += 32) {
      const a = throughRelu(v128.load(gradient), v128.load(y));
      const b = throughRelu(v128.load(gradient, 16), v128.load(y, 16));
      v128.store(gradient, a);
      v128.store(gradient, b, 16);
    }
  } else if (activation == LEAKY_RELU) {
    const below = f32x4.splat(slope);
    for (; gradient < end; gradient += 32, y += 32) {
      const a = throughLeakyRelu(v128.load(gradient), v128.load(y), below);
      const b = throughLeakyRelu(v128.load(gradient, 16), v128.load(y, 16), below);
      v128.store(gradient, a);
      v128.store(gradient, b, 16);
    }
  }
}

@inline
function throughSigmoid(gradient: v128, y: v128): v128 {
  return f32x4.mul(gradient, f32x4.mul(y, f32x4.sub(f32x4.splat(1), y)));
}

@inline
function throughTanh(gradient: v128, y: v128): v128 {
  return f32x4.mul(gradient, f32x4.sub(f32x4.splat(1), f32x4.mul(y, y)));
}

@inline
function throughRelu(gradient: v128, y: v128): v128 {
  return v128.and(gradient, f32x4.gt(y, f32x4.splat(0)));
}

@inline
function throughLeakyRelu(gradient: v128, y: v128, slope: v128): v128 {
  return v128.bitselect(gradient, f32x4.mul(gradient, slope), f32x4.gt(y, f32x4.splat(0)));
}

/** out = max(low, min(high, scale * x + shift)) on n numbers, n a multiple of 8. */
export function scaleAndClamp(n: i32, x: usize, scale: f32, shift: f32, low: f32, high: f32, out: usize): void {
  for (const end = x + floats(n); x < end; x += 32, out += 32) {
    const a = clamped(scaleAndShift(v128.load(x), scale, shift), low, high);
    const b = clamped(scaleAndShift(v128.load(x, 16), scale, shift), low, high);
    v128.store(out, a);
    v128.store(out, b, 16);
  }
}

/** The limit stands second, so that NaN stays NaN. */
@inline
function clamped(x: v128, low: f32, high: f32): v128 {
  return f32x4.pmax(f32x4.pmin(x, f32x4.splat(high)), f32x4.splat(low));
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

/** Turns n uniforms, n a multiple of 8, into factors of inverted dropout in place: 1 / (1 - rate) where u >= rate, else 0. */
export function dropout(n: i32, uniforms: usize, rate: f32, survivor: f32): void {
  const limit = f32x4.splat(rate);
  const factor = f32x4.splat(survivor);
  for (const end = uniforms + floats(n); uniforms < end; uniforms += 32) {
    const a = v128.and(factor, f32x4.ge(v128.load(uniforms), limit));
    const b = v128.and(factor, f32x4.ge(v128.load(uniforms, 16), limit));
    v128.store(uniforms, a);
    v128.store(uniforms, b, 16);
  }
}

/** out = x + summand on n numbers, n a multiple of 8. */
export function add(n: i32, x: usize, summand: usize, out: usize): void {
  for (const end = x + floats(n); x < end; x += 32, summand += 32, out += 32) {
    const a = f32x4.add(v128.load(x), v128.load(summand));
    const b = f32x4.add(v128.load(x, 16), v128.load(summand, 16));
    v128.store(out, a);
    v128.store(out, b, 16);
  }
}

/** out = x * factor on n numbers, n a multiple of 8. */
export function multiply(n: i32, x: usize, factor: usize, out: usize): void {
  for (const end = x + floats(n); x < end; x += 32, factor += 32, out += 32) {
    const a = f32x4.mul(v128.load(x), v128.load(factor));
    const b = f32x4.mul(v128.load(x, 16), v128.load(factor, 16));
    v128.store(out, a);
    v128.store(out, b, 16);
  }
}
