import { createHash } from "node:crypto";
import type { NdArray } from "./trial.ts";

/**
 * The safetensors format (github.com/huggingface/safetensors): 8 bytes with the header's length, a JSON header, the arrays.
 * Ours carry a `sha256` among the metadata, over the whole file with that field zeroed, so any damaged byte shows.
 */
export interface Tensors {
  readonly metadata: Readonly<Record<string, string>>;
  readonly arrays: Readonly<Record<string, NdArray>>;
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
  file.write(sha256(file), file.indexOf(noChecksum));
  return file;
}

/** @throws {Error} saying what is wrong, if the bytes are not what {@link encodeTensors} made */
export function decodeTensors(file: Buffer): Tensors {
  if (file.length < 8) throw new Error(`expected a safetensors file, got ${file.length} bytes`);
  const headerLength = Number(file.readBigUInt64LE());
  if (headerLength > file.length - 8) {
    throw new Error(`expected a header of ${headerLength} bytes, got a file of ${file.length}`);
  }
  const { __metadata__: { sha256: stated = "", ...metadata } = {}, ...entries } = parse(
    file.toString("utf8", 8, 8 + headerLength),
  );
  const blank = Buffer.from(file);
  if (stated.length === 64) blank.write(noChecksum, blank.indexOf(stated));
  const actual = sha256(blank);
  if (actual !== stated) throw new Error(`expected SHA-256 ${stated || "in the header"}, got ${actual}`);

  const arrays: Record<string, NdArray> = {};
  for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(entries)) {
    const bytes = file.subarray(8 + headerLength + offsets[0], 8 + headerLength + offsets[1]);
    // A copy, because a typed array needs an aligned buffer of its own.
    const { buffer } = Uint8Array.from(bytes);
    arrays[name] = { shape, data: typed(dtype, buffer) };
  }
  return { metadata, arrays };
}

function dtypeOf(data: NdArray["data"]): string {
  if (data instanceof Uint8Array) return "U8";
  return data instanceof Float32Array ? "F32" : "F64";
}

function typed(dtype: string, buffer: ArrayBuffer): NdArray["data"] {
  switch (dtype) {
    case "U8":
      return new Uint8Array(buffer);
    case "F32":
      return new Float32Array(buffer);
    case "F64":
      return new Float64Array(buffer);
    default:
      throw new Error(`expected arrays of U8, F32 or F64, got ${dtype}`);
  }
}

type Header = { __metadata__?: Record<string, string> } & Record<string, never> & {
    [name: string]: { dtype: string; shape: number[]; data_offsets: [number, number] };
  };

function parse(text: string): Header {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`expected a JSON header, got ${(error as Error).message}`);
  }
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
