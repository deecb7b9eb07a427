import { zeroPadding } from "./blocks";
import { floats } from "./layout";

/**
 * Cross entropy fused with the sigmoid before it: out = factor * (probability - target), the gradient with respect to the
 * sigmoid's input, over n samples of one feature; the padding becomes 0.
 */
export function crossEntropyGradient(n: i32, probability: usize, target: f32, factor: f32, out: usize): void {
  const start = out;
  for (const end = out + floats((n + 7) & ~7); out < end; out += 16, probability += 16) {
    const difference = f32x4.sub(v128.load(probability), f32x4.splat(target));
    v128.store(out, f32x4.mul(difference, f32x4.splat(factor)));
  }
  zeroPadding(n, 1, start);
}

/**
 * Cross entropy as it is written, with respect to the probability itself: -factor / p for target 1 (-log p), and
 * factor / (1 - p) for target 0 (-log(1 - p)), over n samples of one feature; the padding becomes 0.
 */
export function logLossGradient(n: i32, probability: usize, target: f32, factor: f32, out: usize): void {
  const start = out;
  const numerator = f32x4.splat(target == 1 ? -factor : factor);
  for (const end = out + floats((n + 7) & ~7); out < end; out += 16, probability += 16) {
    const p = v128.load(probability);
    v128.store(out, f32x4.div(numerator, target == 1 ? p : f32x4.sub(f32x4.splat(1), p)));
  }
  zeroPadding(n, 1, start);
}

/** out = factor * (y - target) over n samples of `features` features, all in blocks; the padding becomes 0. */
export function squaredErrorGradient(n: i32, features: i32, y: usize, target: usize, factor: f32, out: usize): void {
  const start = out;
  for (const end = out + floats(((n + 7) & ~7) * features); out < end; out += 16, y += 16, target += 16) {
    v128.store(out, f32x4.mul(f32x4.sub(v128.load(y), v128.load(target)), f32x4.splat(factor)));
  }
  zeroPadding(n, features, start);
}
