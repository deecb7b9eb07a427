import * as tf from "@tensorflow/tfjs-core";
import { dropoutMask } from "../../random/draws.ts";
import { drawLength, type Stream } from "../../random/stream.ts";
import type { NetworkLayout } from "../layout.ts";
import { dropoutsOf } from "../layout.ts";
import type { PassOptions } from "../network.ts";
import type { Masks } from "./layers.ts";

/** Makes the stream of one purpose of one seed. */
export type MakeStream = (seed: number, purpose: string) => Stream;

export interface UploadShape {
  readonly seeds: number;
  readonly rows: number;
  readonly features: number;
}

/** What updates take of one kind, made on the host and uploaded, that of many updates at a time. */
export class Uploads {
  readonly #shape: UploadShape;
  readonly #make: (s: number, t: number) => ArrayLike<number>;
  /** Updates that are uploaded together. */
  readonly #block: number;
  #uploaded: tf.Tensor2D | undefined;
  #first = 0;

  /** @param make the numbers `[rows, features]` for the seed at index s in update t */
  constructor(shape: UploadShape, make: (s: number, t: number) => ArrayLike<number>) {
    this.#shape = shape;
    this.#make = make;
    this.#block = Math.max(1, Math.min(largestBlock, Math.floor(numbersAtOnce / numbersOf(shape))));
  }

  /** That of update t, `[S, rows, features]`. Called in a `tidy`. */
  at(t: number): tf.Tensor3D {
    const { seeds, rows, features } = this.#shape;
    if (!this.#uploaded || t < this.#first || t >= this.#first + this.#block) this.#upload(t);
    const own = tf.slice(this.#uploaded as tf.Tensor2D, [t - this.#first, 0], [1, -1]);
    return tf.reshape(own, [seeds, rows, features]);
  }

  dispose(): void {
    this.#uploaded?.dispose();
    this.#uploaded = undefined;
  }

  #upload(from: number): void {
    const length = numbersOf(this.#shape);
    const block = new Float32Array(this.#block * length);
    for (let t = 0; t < this.#block; t++) {
      for (let s = 0; s < this.#shape.seeds; s++) {
        block.set(this.#make(s, from + t), t * length + s * (length / this.#shape.seeds));
      }
    }
    this.dispose();
    this.#uploaded = tf.keep(tf.tensor2d(block, [this.#block, length]));
    this.#first = from;
  }
}

/** 2 MiB: enough that uploading costs little, little enough to keep some of them. */
const numbersAtOnce = 2 ** 19;
const largestBlock = 64;

const numbersOf = ({ seeds, rows, features }: UploadShape): number => seeds * rows * features;

/** The dropout masks of a pass: of the inputs, then of each layer; undefined where nothing is dropped. */
export class MaskUploads {
  readonly #uploads: readonly (Uploads | undefined)[];

  constructor(
    layout: NetworkLayout,
    { rows, segments = 1, dropout }: PassOptions<unknown>,
    seeds: readonly number[],
    streamOf: MakeStream,
  ) {
    if (!dropout) {
      this.#uploads = [];
      return;
    }
    const { purpose, from, every } = dropout;
    const streams = seeds.map((seed) => streamOf(seed, purpose));
    let next = from;
    this.#uploads = dropoutsOf(layout).map(({ units, rate }) => {
      if (rate === 0) return undefined;
      const first = next;
      next += segments * drawLength(rows * units);
      return new Uploads({ seeds: seeds.length, rows: segments * rows, features: units }, (s, t) =>
        dropoutMask(streams[s], first + t * every, { rows, units, rate, segments }),
      );
    });
  }

  /** Those of update t. Called in a `tidy`. */
  at(t: number): Masks {
    return this.#uploads.map((uploads) => uploads?.at(t));
  }

  dispose(): void {
    for (const uploads of this.#uploads) uploads?.dispose();
  }
}
