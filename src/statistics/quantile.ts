export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). Infinite values keep their place. */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError("expected at least one value, got none");
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  // Not low + share·(high − low) at once: ∞ − ∞ and ∞·0 are NaN.
  return low === high ? low : low + (position - Math.floor(position)) * (high - low);
}
