/** What belongs to the seed at index s in an array of S seeds, `[S, …]`: a view, not a copy. */
export function part(ensemble: Float32Array, s: number, S: number): Float32Array {
  const size = ensemble.length / S;
  return ensemble.subarray(s * size, (s + 1) * size);
}

/** One array `[S, …]` of what belongs to each seed; all have the same length. */
export function joined(parts: readonly ArrayLike<number>[]): Float32Array {
  const size = parts[0]?.length ?? 0;
  const whole = new Float32Array(parts.length * size);
  for (const [s, one] of parts.entries()) whole.set(one, s * size);
  return whole;
}
