import { floats } from "./layout";

// Two vectors an iteration, all loads before the neighbouring stores: these V8 packs into 256 bits. The steps are not
// fused: memory limits them, not arithmetic.

/** w <- w - stepSize g on n float32 numbers, n a multiple of 8. */
export function sgd(n: i32, weights: usize, gradient: usize, stepSize: f32): void {
  const rate = f32x4.splat(stepSize);
  for (const end = weights + floats(n); weights < end; weights += 32, gradient += 32) {
    const a = f32x4.sub(v128.load(weights), f32x4.mul(rate, v128.load(gradient)));
    const b = f32x4.sub(v128.load(weights, 16), f32x4.mul(rate, v128.load(gradient, 16)));
    v128.store(weights, a);
    v128.store(weights, b, 16);
  }
}

/** v <- rho v + g, w <- w - stepSize v (Polyak's heavy ball) on n numbers, n a multiple of 8. */
export function momentum(n: i32, weights: usize, gradient: usize, velocity: usize, stepSize: f32, rho: f32): void {
  const keep = f32x4.splat(rho);
  const rate = f32x4.splat(stepSize);
  for (const end = weights + floats(n); weights < end; weights += 32, gradient += 32, velocity += 32) {
    const v0 = f32x4.add(f32x4.mul(keep, v128.load(velocity)), v128.load(gradient));
    const v1 = f32x4.add(f32x4.mul(keep, v128.load(velocity, 16)), v128.load(gradient, 16));
    const w0 = f32x4.sub(v128.load(weights), f32x4.mul(rate, v0));
    const w1 = f32x4.sub(v128.load(weights, 16), f32x4.mul(rate, v1));
    v128.store(velocity, v0);
    v128.store(velocity, v1, 16);
    v128.store(weights, w0);
    v128.store(weights, w1, 16);
  }
}

/**
 * m <- beta1 m + (1 - beta1) g, v <- beta2 v + (1 - beta2) g^2, w <- w - stepSize m / (sqrt(v) + epsilon) on n numbers,
 * n a multiple of 8 (Kingma and Ba 2015, the efficient form before section 2.1: the bias corrections are in `stepSize`
 * and, for the form of Algorithm 1, in `epsilon`).
 */
export function adam(
  n: i32, weights: usize, gradient: usize, mean: usize, variance: usize,
  stepSize: f32, beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32, epsilon: f32,
): void {
  const decayMean = f32x4.splat(beta1);
  const addMean = f32x4.splat(oneMinusBeta1);
  const decayVariance = f32x4.splat(beta2);
  const addVariance = f32x4.splat(oneMinusBeta2);
  const rate = f32x4.splat(stepSize);
  const offset = f32x4.splat(epsilon);
  const end = weights + floats(n);
  while (weights < end) {
    const g0 = v128.load(gradient);
    const g1 = v128.load(gradient, 16);
    const m0 = f32x4.add(f32x4.mul(decayMean, v128.load(mean)), f32x4.mul(addMean, g0));
    const m1 = f32x4.add(f32x4.mul(decayMean, v128.load(mean, 16)), f32x4.mul(addMean, g1));
    const v0 = f32x4.add(f32x4.mul(decayVariance, v128.load(variance)), f32x4.mul(addVariance, f32x4.mul(g0, g0)));
    const v1 = f32x4.add(f32x4.mul(decayVariance, v128.load(variance, 16)), f32x4.mul(addVariance, f32x4.mul(g1, g1)));
    const step0 = f32x4.div(f32x4.mul(rate, m0), f32x4.add(f32x4.sqrt(v0), offset));
    const step1 = f32x4.div(f32x4.mul(rate, m1), f32x4.add(f32x4.sqrt(v1), offset));
    const w0 = f32x4.sub(v128.load(weights), step0);
    const w1 = f32x4.sub(v128.load(weights, 16), step1);
    v128.store(mean, m0);
    v128.store(mean, m1, 16);
    v128.store(variance, v0);
    v128.store(variance, v1, 16);
    v128.store(weights, w0);
    v128.store(weights, w1, 16);
    weights += 32;
    gradient += 32;
    mean += 32;
    variance += 32;
  }
}
