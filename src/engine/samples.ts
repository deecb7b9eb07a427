/**
 * Rows of an array of samples that is either `[n, features]`, the same for all seeds, or `[S, n, features]`. The length
 * alone cannot tell the two apart, so without `n` it is the former.
 * @throws {RangeError} if the length is neither.
 */
export function rowsOf(samples: Float32Array, features: number, seeds: number, n?: number): number {
  const rows = n ?? samples.length / features;
  const isShared = samples.length === rows * features;
  const isPerSeed = samples.length === seeds * rows * features;
  if (Number.isSafeInteger(rows) && (isShared || isPerSeed)) return rows;
  const wanted = n === undefined ? `a multiple of ${features}` : `${n * features} or ${seeds * n * features}`;
  throw new RangeError(`expected ${wanted} numbers for samples of ${features} features, got ${samples.length}`);
}
