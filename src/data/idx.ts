import { gunzipSync } from "node:zlib";

/** An array of bytes with its dimensions, row-major. */
export interface Idx {
  readonly dimensions: readonly number[];
  readonly data: Uint8Array;
}

/** Bytes that are no IDX array. */
export class IdxError extends Error {
  override name = "IdxError";
}

/**
 * Reads the IDX format of LeCun, Cortes and Burges: two zero bytes, the type of an element, the number of dimensions,
 * each dimension as a big-endian 32-bit number, the elements. Only unsigned bytes are read.
 * @param bytes a whole file, not compressed: see {@link decompressed}
 * @param dimensions how many dimensions there should be
 * @returns a view of `bytes`, no copy
 * @throws {IdxError} if magic number, dimensions or length are others
 */
export function readIdx(bytes: Uint8Array, dimensions: number): Idx {
  const headerBytes = 4 + 4 * dimensions;
  if (bytes.length < headerBytes) {
    throw new IdxError(
      `expected at least ${headerBytes} bytes of IDX header, got ${bytes.length}; the file is cut off`,
    );
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const [magic, expectedMagic] = [header.getUint32(0), (UNSIGNED_BYTE << 8) | dimensions];
  if (magic !== expectedMagic) {
    throw new IdxError(
      `expected the magic number ${hex(expectedMagic)} of an IDX array of bytes in ${dimensions} dimensions, got ${hex(magic)}`,
    );
  }
  const sizes = Array.from({ length: dimensions }, (_, i) => header.getUint32(4 + 4 * i));
  const length = sizes.reduce((product, size) => product * size, 1);
  if (bytes.length !== headerBytes + length) {
    throw new IdxError(
      `expected ${headerBytes + length} bytes for an IDX array of ${sizes.join(" × ")}, got ${bytes.length}`,
    );
  }
  return { dimensions: sizes, data: bytes.subarray(headerBytes) };
}

/**
 * What is inside a file that may or may not be compressed with gzip.
 * @throws {IdxError} if it is, and is damaged
 */
export function decompressed(file: Uint8Array): Uint8Array {
  if (file[0] !== GZIP_MAGIC[0] || file[1] !== GZIP_MAGIC[1]) return file;
  try {
    return gunzipSync(file);
  } catch (error) {
    throw new IdxError(`expected a whole gzip file, got one that cannot be unpacked: ${(error as Error).message}`);
  }
}

const UNSIGNED_BYTE = 0x08;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

const hex = (word: number): string => `0x${word.toString(16).padStart(8, "0")}`;
