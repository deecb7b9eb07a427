import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decompressed, readIdx } from "./idx.ts";

/** Two rows of three bytes, as the format's description lays them out. */
const twoByThree = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 10, 11, 12, 20, 21, 255);

test("reads dimensions and elements", () => {
  const { dimensions, data } = readIdx(twoByThree, 2);
  expect(dimensions).toEqual([2, 3]);
  expect([...data]).toEqual([10, 11, 12, 20, 21, 255]);
});

test("reads an array that lies inside a larger buffer", () => {
  const shifted = Uint8Array.of(7, 7, 7, ...twoByThree).subarray(3);
  expect([...readIdx(shifted, 2).data]).toEqual([10, 11, 12, 20, 21, 255]);
});

test("unpacks gzip, and leaves alone what is not packed", () => {
  expect([...decompressed(gzipSync(twoByThree))]).toEqual([...twoByThree]);
  expect(decompressed(twoByThree)).toBe(twoByThree);
});

test("another magic number is rejected", () => {
  const floats = Uint8Array.from(twoByThree).fill(0x0d, 2, 3);
  expect(() => readIdx(floats, 2)).toThrow(
    "expected the magic number 0x00000802 of an IDX array of bytes in 2 dimensions, got 0x00000d02",
  );
  expect(() => readIdx(twoByThree, 1)).toThrow("expected the magic number 0x00000801");
});

test.each([
  { bytes: twoByThree.subarray(0, 17), got: 17 },
  { bytes: Uint8Array.of(...twoByThree, 0), got: 19 },
])("$got bytes are rejected where the dimensions say 18", ({ bytes, got }) => {
  expect(() => readIdx(bytes, 2)).toThrow(`expected 18 bytes for an IDX array of 2 × 3, got ${got}`);
});

test("a file that ends within its header is rejected", () => {
  expect(() => readIdx(twoByThree.subarray(0, 11), 2)).toThrow("expected at least 12 bytes of IDX header, got 11");
});

test("a truncated gzip file is rejected", () => {
  const packed = gzipSync(twoByThree);
  expect(() => decompressed(packed.subarray(0, packed.length - 9))).toThrow("expected a whole gzip file");
});
