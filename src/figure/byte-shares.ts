/**
 * A histogram of bytes: the share in each of equally wide bins.
 * @param count a divisor of 256
 * @throws {RangeError} for another count, or no bytes
 */
export function byteShares(parts: readonly Uint8Array[], count: number): number[] {
  if (!Number.isInteger(256 / count)) throw new RangeError(`expected a number of bins that divides 256, got ${count}`);
  const bins = new Array<number>(count).fill(0);
  for (const bytes of parts) for (const byte of bytes) bins[Math.floor((byte * count) / 256)]++;
  const total = totalOf(parts);
  return bins.map((bin) => bin / total);
}

/** The share of bytes above `low` and below `high`, both of them shares of 255. @throws {RangeError} for no bytes */
export function shareBetween(parts: readonly Uint8Array[], low: number, high: number): number {
  let inside = 0;
  for (const bytes of parts) for (const byte of bytes) if (byte > 255 * low && byte < 255 * high) inside++;
  return inside / totalOf(parts);
}

function totalOf(parts: readonly Uint8Array[]): number {
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  if (total === 0) throw new RangeError("expected bytes to count, got none");
  return total;
}
