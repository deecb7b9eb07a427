import { stream } from "../random/stream.ts";
import { median } from "./quantile.ts";
import { shuffle } from "./shuffle.ts";

/** Where a series changes its level. */
export interface ChangePoint {
  /** Index of the first value of the new level. */
  readonly at: number;
  /** Median of the values after it over the median of those before it. */
  readonly ratio: number;
  /** How often a series of the same values in random order looks as much like a step. */
  readonly p: number;
}

/** Random orders that a step is compared with; the smallest p is one of 1,001. */
const permutations = 1000;

/**
 * The change points of a series of positive values, in their order: Pettitt's rank statistic (1979), max over t of
 * |Σᵢ≤ₜ Σⱼ>ₜ sign(xⱼ − xᵢ)|, with a p-value from seeded permutations; a series is split where it has one, and each part is
 * looked at again (binary segmentation).
 * @param level the largest p that counts as a step
 */
export function changePoints(values: readonly number[], level = 0.01, from = 0): ChangePoint[] {
  const step = pettitt(values);
  if (!step || step.p > level) return [];
  const [before, after] = [values.slice(0, step.at), values.slice(step.at)];
  return [
    ...changePoints(before, level, from),
    { at: from + step.at, p: step.p, ratio: median(after) / median(before) },
    ...changePoints(after, level, from + step.at),
  ];
}

function pettitt(values: readonly number[]): Omit<ChangePoint, "ratio"> | undefined {
  if (values.length < 2) return undefined;
  const { at, height } = highest(values);
  if (height === 0) return undefined;
  const uniforms = stream(1, "permutations").uniforms(permutations * values.length);
  let asHigh = 0;
  for (let r = 0; r < permutations; r++) {
    const order = [...values];
    shuffle(order, uniforms.subarray(r * values.length, (r + 1) * values.length));
    if (highest(order).height >= height) asHigh++;
  }
  return { at, p: (asHigh + 1) / (permutations + 1) };
}

/** The split t where the sum over pairs is largest, found by adding one value's row after the other. */
function highest(values: readonly number[]): { at: number; height: number } {
  let [at, height, sum] = [0, 0, 0];
  for (let t = 0; t < values.length - 1; t++) {
    for (const value of values) sum += Math.sign(value - values[t]);
    if (Math.abs(sum) > height) [at, height] = [t + 1, Math.abs(sum)];
  }
  return { at, height };
}
