import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { decodeTensors, encodeTensors, TensorsError } from "./safetensors.ts";

const tensors = {
  metadata: { format: "test", note: "¼ σ" },
  arrays: {
    small: { shape: [3], data: Float32Array.of(1, Number.NaN, -0) },
    matrix: { shape: [2, 2], data: Float64Array.of(Math.PI, Number.POSITIVE_INFINITY, 5e-324, -1) },
    scalar: { shape: [], data: Float64Array.of(42) },
  },
};

test("what is encoded is decoded, to the bit", () => {
  expect(decodeTensors(encodeTensors(tensors))).toEqual(tensors);
});

test("the layout is safetensors': header length, JSON with offsets into the data, data", () => {
  const file = encodeTensors(tensors);
  const length = Number(file.readBigUInt64LE());
  const header = JSON.parse(file.toString("utf8", 8, 8 + length));
  expect(length % 8).toBe(0);
  expect(header.matrix).toEqual({ dtype: "F64", shape: [2, 2], data_offsets: [12, 44] });
  expect(file.readDoubleLE(8 + length + 12)).toBe(Math.PI);
  expect(file.length).toBe(8 + length + 12 + 32 + 8);
});

test("any damaged byte is noticed", () => {
  const file = encodeTensors(tensors);
  for (let position = 0; position < file.length; position++) {
    const damaged = Buffer.from(file);
    damaged[position] ^= 0x10;
    expect(() => decodeTensors(damaged), `byte ${position}`).toThrow();
  }
});

test("a file cut short is noticed", () => {
  const file = encodeTensors(tensors);
  for (const length of [0, 7, 8, 40, file.length - 1]) {
    expect(() => decodeTensors(file.subarray(0, length)), `${length} bytes`).toThrow("expected");
  }
});

test.each([
  ["an array of more numbers than there are bytes", { shape: [1e9], data_offsets: [0, 8e9] }],
  ["a shape that its bytes do not have", { shape: [2], data_offsets: [0, 8] }],
  ["bytes before the first", { shape: [1], data_offsets: [-8, 0] }],
  ["bytes that nobody claims", { shape: [0], data_offsets: [0, 0] }],
  ["a negative shape", { shape: [-1, -1], data_offsets: [0, 8] }],
  ["an unknown type", { shape: [1], data_offsets: [0, 8], dtype: "BF16" }],
])("a header that promises %s is rejected even if its checksum is right", (_, entry) => {
  const file = withHeader({ x: { dtype: "F64", ...entry } }, Buffer.alloc(8));
  expect(() => decodeTensors(file)).toThrow(TensorsError);
});

/** A file with the given header, and the checksum that belongs to it. */
function withHeader(entries: object, data: Buffer): Buffer {
  const header = JSON.stringify({ __metadata__: { sha256: "0".repeat(64) }, ...entries });
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const file = Buffer.concat([length, Buffer.from(header), data]);
  file.write(createHash("sha256").update(file).digest("hex"), file.indexOf("0".repeat(64)));
  return file;
}
