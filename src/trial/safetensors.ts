import { createHash } from "node:crypto";
import * as z from "zod";
import type { NdArray } from "./trial.ts";

/**
 * The safetensors format (github.com/huggingface/safetensors): 8 bytes with the header's length, a JSON header, the arrays.
 * Ours carry a `sha256` among the metadata, over the whole file with that field zeroed, so any damaged byte shows.
 */
export interface Tensors {
  readonly metadata: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, NdArray>>;
}

/** Bytes that are not what {@link encodeTensors} made; the message says what was expected and what was got. */
export class TensorsError extends Error {
  override name = "TensorsError";
}

const noChecksum = "0".repeat(64);

export function encodeTensors({ metadata, arrays }: Tensors): Buffer {
  let end = 0;
  const entries = Object.entries(arrays).map(([name, { shape, data }]) => {
    const begin = end;
    end += data.byteLength;
    return [name, { dtype: dtypeOf(data), shape, data_offsets: [begin, end] }];
  });
  const header = JSON.stringify({ __metadata__: { ...metadata, sha256: noChecksum }, ...Object.fromEntries(entries) });
  // Arrays start at a multiple of 8, as readers that map the file into memory like it.
  const headerBytes = Buffer.from(
    header.padEnd(Math.ceil(Buffer.byteLength(header) / 8) * 8 - Buffer.byteLength(header) + header.length),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(headerBytes.length));
  const data = Object.values(arrays).map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  const file = Buffer.concat([length, headerBytes, ...data]);
  file.write(createHash("sha256").update(file).digest("hex"), file.indexOf(noChecksum));
  return file;
}

/** @throws {TensorsError} if the bytes are not what {@link encodeTensors} made, before anything is allocated for arrays */
export function decodeTensors(file: Buffer): Tensors {
  const start = 8 + headerLengthOf(file, file.length);
  const { metadata, sha256, entries } = parseHeader(file.toString("utf8", 8, start));
  const actual = checksum(file, sha256);
  if (actual !== sha256) throw new TensorsError(`expected SHA-256 ${sha256 || "in the header"}, got ${actual}`);
  requireLayout(entries, file.length - start);
  const arrays = Object.entries(entries).map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [begin, end],
      },
    ]) => {
      // A copy, because a typed array needs an aligned buffer of its own.
      const { buffer } = Uint8Array.from(file.subarray(start + begin, start + end));
      return [name, { shape, data: new types[dtype](buffer) }] as const;
    },
  );
  return { metadata, arrays: Object.fromEntries(arrays) };
}

/**
 * The length of the JSON header, from the first 8 bytes of a file.
 * @throws {TensorsError} if the file is too short for it
 */
export function headerLengthOf(start: Buffer, fileLength: number): number {
  if (fileLength < 8) throw new TensorsError(`expected a safetensors file, got ${fileLength} bytes`);
  const length = Number(start.readBigUInt64LE());
  if (length > fileLength - 8) {
    throw new TensorsError(`expected a header of ${length} bytes, got a file of ${fileLength}`);
  }
  return length;
}

/** @throws {TensorsError} if the text is no header of a safetensors file */
export function parseHeader(text: string) {
  const parsed = Header.safeParse(parseJson(text));
  if (!parsed.success) throw new TensorsError(`expected a safetensors header, got ${issueOf(parsed.error)}`);
  const { __metadata__: { sha256 = "", ...metadata } = {}, ...entries } = parsed.data;
  return { metadata, sha256, entries: entries as Record<string, z.infer<typeof Entry>> };
}

/** The types of arrays that occur, by safetensors' names. */
const types = { U8: Uint8Array, F32: Float32Array, F64: Float64Array } as const;

const size = z.number().int().nonnegative();
const Entry = z.strictObject({
  dtype: z.enum(["U8", "F32", "F64"]),
  shape: z.array(size),
  data_offsets: z.tuple([size, size]),
});
const Header = z.object({ __metadata__: z.record(z.string(), z.string()).optional() }).catchall(Entry);

/** One line for the first fault that a schema found: where, and what is wrong. */
export const issueOf = ({ issues: [{ path, message }] }: z.ZodError): string => `${path.join(".") || "it"}: ${message}`;

/** Arrays lie one after the other, without gaps, and fill the rest of the file; each has as many bytes as its shape says. */
function requireLayout(entries: Readonly<Record<string, z.infer<typeof Entry>>>, length: number): void {
  let filled = 0;
  for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(entries)) {
    const bytes = shape.reduce((product, n) => product * n, types[dtype].BYTES_PER_ELEMENT);
    if (offsets[0] !== filled || offsets[1] !== filled + bytes || filled + bytes > length) {
      throw new TensorsError(
        `expected ${name} [${shape}] in bytes ${filled} to ${filled + bytes} of ${length}, got ${offsets.join(" to ")}`,
      );
    }
    filled += bytes;
  }
  if (filled !== length) throw new TensorsError(`expected ${filled} bytes of arrays, got ${length}`);
}

/** SHA-256 of a file as if its own checksum were zeros. */
function checksum(file: Buffer, stated: string): string {
  const at = stated.length === noChecksum.length ? file.indexOf(stated) : -1;
  const hash = createHash("sha256");
  if (at < 0) return hash.update(file).digest("hex");
  return hash
    .update(file.subarray(0, at))
    .update(noChecksum)
    .update(file.subarray(at + noChecksum.length))
    .digest("hex");
}

const dtypeOf = (data: NdArray["data"]): keyof typeof types =>
  data instanceof Uint8Array ? "U8" : data instanceof Float32Array ? "F32" : "F64";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TensorsError(`expected a JSON header, got ${(error as Error).message}`);
  }
}
