/** Numbers of many seeds as text: base64 of little-endian float64, so that they come back to the bit. */
export function columnOf(values: readonly number[]): string {
  const bytes = new DataView(new ArrayBuffer(values.length * Float64Array.BYTES_PER_ELEMENT));
  values.forEach((value, i) => {
    bytes.setFloat64(i * Float64Array.BYTES_PER_ELEMENT, value, true);
  });
  return Buffer.from(bytes.buffer).toString("base64");
}

/** @throws {RangeError} unless the text holds `count` numbers */
export function numbersOf(column: string, count: number): Float64Array {
  const bytes = bytesOf(column, count * Float64Array.BYTES_PER_ELEMENT, `${count} numbers`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: count }, (_, i) => view.getFloat64(i * Float64Array.BYTES_PER_ELEMENT, true));
}

/** How many numbers the text holds, whole or not. */
export const lengthOf = (column: string): number => bytesIn(column) / Float64Array.BYTES_PER_ELEMENT;

/** How many digests it holds. */
export const digestsLength = (column: string): number => bytesIn(column) / digestBytes;

/** Bytes of a trial's digest that a record keeps: chance agreement is one in 2⁹⁶. */
const digestBytes = 12;

/** @param digests SHA-256 in hex, one a seed */
export const digestColumnOf = (digests: readonly string[]): string =>
  Buffer.concat(digests.map((digest) => Buffer.from(digest.slice(0, 2 * digestBytes), "hex"))).toString("base64");

/** @returns the beginning of each digest, in hex @throws {RangeError} unless the text holds `count` of them */
export function digestsIn(column: string, count: number): string[] {
  const bytes = bytesOf(column, count * digestBytes, `${count} digests`);
  return Array.from({ length: count }, (_, i) =>
    bytes.subarray(i * digestBytes, (i + 1) * digestBytes).toString("hex"),
  );
}

/** What a record keeps of a digest. */
export const recordedDigest = (digest: string): string => digest.slice(0, 2 * digestBytes);

const bytesIn = (column: string): number => Buffer.byteLength(column, "base64");

function bytesOf(column: string, length: number, what: string): Buffer {
  const bytes = Buffer.from(column, "base64");
  if (bytes.length !== length) throw new RangeError(`expected ${what}, got ${bytes.length} bytes`);
  return bytes;
}
