import { readFileSync } from "node:fs";
import { PNG } from "pngjs";

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The pixels of a PNG file.
 * @throws {DamagedPngError} if the bytes are not a whole PNG
 */
export const readPng = (file: string): PNG => decodePng(readFileSync(file), file);

/**
 * The pixels of a PNG; every chunk's checksum is verified.
 * @param file names the bytes in the error
 * @throws {DamagedPngError} if the bytes are not a whole PNG
 */
export function decodePng(bytes: Buffer, file: string): PNG {
  try {
    return PNG.sync.read(bytes);
  } catch (error) {
    throw new DamagedPngError(file, bytes, error);
  }
}

export class DamagedPngError extends Error {
  constructor(file: string, bytes: Buffer, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`expected a whole PNG in ${file}, got ${bytes.length} bytes that are not (${reason})`, { cause });
    this.name = "DamagedPngError";
  }
}
