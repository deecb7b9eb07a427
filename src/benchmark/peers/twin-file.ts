import { readFileSync, writeFileSync } from "node:fs";

/** A row-major float32 array. */
export interface TwinArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export type TwinArrays = Readonly<Record<string, TwinArray>>;

/**
 * Writes what a twin is to play, or what came out: a line of JSON, `{"arrays": [{"name": …, "shape": […]}, …]}`, then the
 * arrays one after the other as little-endian float32.
 */
export function writeTwinFile(path: string, arrays: TwinArrays): void {
  const header = { arrays: Object.entries(arrays).map(([name, { shape }]) => ({ name, shape })) };
  const bodies = Object.values(arrays).map(({ values }) => littleEndian(values));
  writeFileSync(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...bodies]));
}

/** @throws {RangeError} if the file is not as {@link writeTwinFile} writes it */
export function readTwinFile(path: string): TwinArrays {
  const bytes = readFileSync(path);
  const end = bytes.indexOf("\n");
  const shapes = shapesOf(bytes.toString("utf8", 0, Math.max(end, 0)));
  const expected = end + 1 + 4 * shapes.reduce((sum, { shape }) => sum + lengthOf(shape), 0);
  if (bytes.length !== expected) {
    throw new RangeError(`expected a file of ${expected} bytes as its first line says, got one of ${bytes.length}`);
  }
  let at = end + 1;
  const arrays: Record<string, TwinArray> = {};
  for (const { name, shape } of shapes) {
    const values = Float32Array.from({ length: lengthOf(shape) }, (_, i) => bytes.readFloatLE(at + 4 * i));
    at += 4 * values.length;
    arrays[name] = { shape, values };
  }
  return arrays;
}

function shapesOf(line: string): { name: string; shape: number[] }[] {
  try {
    return JSON.parse(line).arrays;
  } catch {
    throw new RangeError(`expected a first line that names arrays, got "${line.slice(0, 60)}"`);
  }
}

const lengthOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

function littleEndian(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeFloatLE(value, 4 * i);
  });
  return bytes;
}
