import * as tf from "@tensorflow/tfjs-core";
import type { GradientBookkeeping, Optimizer } from "../../language/arm.ts";
import type { NetworkLayout } from "../layout.ts";
import { type LayerWeights, weightsOf } from "./network.ts";
import { TfjsOptimizer } from "./optimizer.ts";

/** One player's networks of all seeds: their weights `[S, P]`, and what its optimizer steps on. */
export class TfjsPlayer {
  readonly layout: NetworkLayout;
  readonly #seeds: number;
  readonly #optimizer: TfjsOptimizer;
  readonly #books: GradientBookkeeping | undefined;
  #flat: tf.Tensor2D;
  /** The same weights by layers, as long as they stay what they are. */
  #layers: readonly LayerWeights[] | undefined;
  /** The gradient buffers `[S, P]` of an arm that keeps books of its own. */
  #buffer: tf.Tensor2D | undefined;

  /** @param initial weights of each seed, `[P]` */
  constructor(
    layout: NetworkLayout,
    optimizer: Optimizer,
    initial: readonly Float32Array[],
    books: GradientBookkeeping | undefined,
  ) {
    const shape: [number, number] = [initial.length, layout.parameters];
    this.layout = layout;
    this.#seeds = initial.length;
    this.#optimizer = new TfjsOptimizer(optimizer, ...shape);
    this.#books = books;
    this.#buffer = books && tf.zeros(shape);
    this.#flat = tf.tensor2d(concatenated(initial), shape);
  }

  /** Called in a `tidy`. */
  layers(): readonly LayerWeights[] {
    this.#layers ??= weightsOf(this.layout, this.#flat).map(({ kernel, bias }) => ({
      kernel: tf.keep(kernel),
      bias: tf.keep(bias),
    }));
    return this.#layers;
  }

  /** 0 for each seed, or NaN where a weight is not finite: `[S, 1, 1]`. Called in a `tidy`. */
  flaw(): tf.Tensor3D {
    return tf.reshape(tf.sum(tf.mul(this.#flat, 0), 1), [this.#seeds, 1, 1]);
  }

  /** A step on the gradient `[S, P]`, or on the buffers that it is added to. Disposes of the gradient. */
  step(gradient: tf.Tensor2D): void {
    if (!this.#books) {
      this.fit(gradient);
      return;
    }
    this.addToBuffer(gradient);
    const buffer = this.#buffer as tf.Tensor2D;
    this.#replace(this.#optimizer.step(this.#flat, buffer));
    if (!this.#books.isZeroed) return;
    tf.dispose(buffer);
    this.#buffer = tf.zeros(buffer.shape);
  }

  /** A step on the gradient alone, whatever the books. Disposes of it. */
  fit(gradient: tf.Tensor2D): void {
    this.#replace(this.#optimizer.step(this.#flat, gradient));
    tf.dispose(gradient);
  }

  /** Disposes of the gradient. */
  addToBuffer(gradient: tf.Tensor2D): void {
    const before = this.#buffer as tf.Tensor2D;
    this.#buffer = tf.add(before, gradient);
    tf.dispose([before, gradient]);
  }

  async read(): Promise<Float32Array> {
    return (await this.#flat.data<"float32">()).slice();
  }

  /** @throws {RangeError} if the length is not S·P */
  write(weights: Float32Array): void {
    const { parameters } = this.layout;
    if (weights.length !== this.#seeds * parameters) {
      throw new RangeError(
        `expected ${this.#seeds * parameters} weights (${this.#seeds} seeds of ${parameters}), got ${weights.length}`,
      );
    }
    // A copy, as some backends keep the array that they are given.
    this.#replace(tf.tensor2d(weights.slice(), [this.#seeds, parameters]));
  }

  /** Resolves when the weights have been computed. */
  async settle(): Promise<void> {
    const one = tf.tidy(() => tf.slice(this.#flat, [0, 0], [1, 1]));
    await one.data();
    one.dispose();
  }

  dispose(): void {
    this.#forgetLayers();
    this.#optimizer.dispose();
    tf.dispose(this.#buffer ? [this.#flat, this.#buffer] : this.#flat);
  }

  #replace(weights: tf.Tensor2D): void {
    this.#forgetLayers();
    tf.dispose(this.#flat);
    this.#flat = weights;
  }

  #forgetLayers(): void {
    if (this.#layers) tf.dispose(this.#layers.flatMap(({ kernel, bias }) => [kernel, bias]));
    this.#layers = undefined;
  }
}

function concatenated(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.length * parts[0].length);
  for (const [s, part] of parts.entries()) whole.set(part, s * part.length);
  return whole;
}
