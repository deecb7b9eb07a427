import { floats } from "./layout";

/** w <- w - stepSize g on n float32 numbers, n a multiple of 4. */
export function sgd(n: i32, weights: usize, gradient: usize, stepSize: f32): void {
  for (const end = weights + floats(n); weights < end; weights += 16, gradient += 16) {
    const step = f32x4.mul(f32x4.splat(stepSize), v128.load(gradient));
    v128.store(weights, f32x4.sub(v128.load(weights), step));
  }
}

/** v <- rho v + g, w <- w - stepSize v (Polyak's heavy ball) on n numbers, n a multiple of 4. */
export function momentum(n: i32, weights: usize, gradient: usize, velocity: usize, stepSize: f32, rho: f32): void {
  for (const end = weights + floats(n); weights < end; weights += 16, gradient += 16, velocity += 16) {
    const next = f32x4.add(f32x4.mul(f32x4.splat(rho), v128.load(velocity)), v128.load(gradient));
    v128.store(velocity, next);
    v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(f32x4.splat(stepSize), next)));
  }
}

/**
 * m <- beta1 m + (1 - beta1) g, v <- beta2 v + (1 - beta2) g^2, w <- w - stepSize m / (sqrt(v) + epsilon) on n numbers,
 * n a multiple of 4 (Kingma and Ba 2015, the efficient form before section 2.1: the bias corrections are in `stepSize`
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
    const g = v128.load(gradient);
    const m = f32x4.add(f32x4.mul(decayMean, v128.load(mean)), f32x4.mul(addMean, g));
    const v = f32x4.add(f32x4.mul(decayVariance, v128.load(variance)), f32x4.mul(addVariance, f32x4.mul(g, g)));
    v128.store(mean, m);
    v128.store(variance, v);
    const step = f32x4.div(f32x4.mul(rate, m), f32x4.add(f32x4.sqrt(v), offset));
    v128.store(weights, f32x4.sub(v128.load(weights), step));
    weights += 16;
    gradient += 16;
    mean += 16;
    variance += 16;
  }
}

/** Sum of the squares of n numbers, accumulated in float64 in their order. */
export function squaredNorm(n: i32, x: usize): f64 {
  let sum: f64 = 0;
  for (const end = x + floats(n); x < end; x += 4) {
    const value = <f64>load<f32>(x);
    sum += value * value;
  }
  return sum;
}
