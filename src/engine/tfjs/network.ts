import * as tf from "@tensorflow/tfjs-core";
import { joined } from "../by-seed.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Network, NetworkOptions, PassOptions } from "../network.ts";
import type { Step } from "../steps.ts";
import { forward, type LayerWeights, weightsOf } from "./layers.ts";
import { TfjsOptimizer } from "./optimizer.ts";
import { type Batch, TfjsPass, type Weights } from "./pass.ts";
import type { MakeStream } from "./uploads.ts";

/** One network of each seed as one batched tensor program: their weights `[S, P]`, and what the optimizer steps on. */
export class TfjsNetwork implements Network<Batch>, Weights {
  readonly layout: NetworkLayout;
  /** The gradient of the present update, `[S, P]`; it goes with the update's other tensors. */
  gradient: tf.Tensor2D | undefined;
  readonly #seeds: readonly number[];
  readonly #streamOf: MakeStream;
  readonly #optimizer: TfjsOptimizer;
  readonly #passes: TfjsPass[] = [];
  #flat: tf.Tensor2D;
  /** The weights split by layers; undefined after they have changed. */
  #layers: readonly LayerWeights[] | undefined;
  /** The sum of gradients `[S, P]`. */
  #sum: tf.Tensor2D | undefined;

  constructor(
    { layout, optimizer, initial, accumulates }: NetworkOptions,
    seeds: readonly number[],
    streamOf: MakeStream,
  ) {
    this.layout = layout;
    this.#seeds = seeds;
    this.#streamOf = streamOf;
    this.#optimizer = new TfjsOptimizer(optimizer, ...this.#shape);
    this.#sum = accumulates ? tf.keep(tf.zeros(this.#shape)) : undefined;
    this.#flat = tf.keep(tf.tensor2d(joined(initial), this.#shape));
  }

  pass(options: PassOptions<Batch>): TfjsPass {
    const pass = new TfjsPass(this, options, this.#seeds, this.#streamOf);
    this.#passes.push(pass);
    return pass;
  }

  layers(): readonly LayerWeights[] {
    this.#layers ??= weightsOf(this.layout, this.#flat).map(({ kernel, bias }) => ({
      kernel: tf.keep(kernel),
      bias: tf.keep(bias),
    }));
    return this.#layers;
  }

  apply(samples: Float32Array, rows: number): Promise<Float32Array> {
    const { inputs } = this.layout;
    const output = tf.tidy(() => {
      const x = tf.tensor3d(samples.slice(), [samples.length / (rows * inputs), rows, inputs]);
      return tf.add(forward(this.layout, this.layers(), x).output, this.#flaw());
    });
    return read(output);
  }

  async weights(): Promise<Float32Array> {
    return (await this.#flat.data<"float32">()).slice();
  }

  setWeights(weights: Float32Array): void {
    // A copy, as some backends keep the array that they are given.
    this.#replace(tf.tensor2d(weights.slice(), this.#shape));
  }

  descend(_turn: number, step: Step, on: "gradient" | "sum"): void {
    this.#replace(this.#optimizer.step(this.#flat, on === "sum" ? this.#kept : this.#present, step));
  }

  accumulate(): void {
    this.#keepSum(tf.add(this.#kept, this.#present));
  }

  clearSum(): void {
    this.#keepSum(tf.zeros(this.#shape));
  }

  async gradientNorm(): Promise<Float64Array> {
    const norms = tf.keep(tf.tidy(() => tf.sqrt(tf.sum(tf.square(this.#present), 1))));
    return Float64Array.from(await read(norms));
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
    this.#sum?.dispose();
    this.#flat.dispose();
    for (const pass of this.#passes) pass.dispose();
  }

  get #shape(): [seeds: number, parameters: number] {
    return [this.#seeds.length, this.layout.parameters];
  }

  get #present(): tf.Tensor2D {
    if (!this.gradient) throw new Error("expected a gradient of this update, got none");
    return this.gradient;
  }

  get #kept(): tf.Tensor2D {
    if (!this.#sum) throw new Error("expected a network that accumulates gradients, got one that does not");
    return this.#sum;
  }

  /** 0 for each seed, or NaN where a weight is not finite: `[S, 1, 1]`. Called in a `tidy`. */
  #flaw(): tf.Tensor3D {
    return tf.reshape(tf.sum(tf.mul(this.#flat, 0), 1), [this.#seeds.length, 1, 1]);
  }

  #replace(weights: tf.Tensor2D): void {
    this.#forgetLayers();
    this.#flat.dispose();
    this.#flat = tf.keep(weights);
  }

  #keepSum(sum: tf.Tensor2D): void {
    this.#sum?.dispose();
    this.#sum = tf.keep(sum);
  }

  #forgetLayers(): void {
    if (this.#layers) tf.dispose(this.#layers.flatMap(({ kernel, bias }) => [kernel, bias]));
    this.#layers = undefined;
  }
}

/** A tensor's numbers; disposes of it. */
async function read(tensor: tf.Tensor): Promise<Float32Array> {
  const numbers = (await tensor.data<"float32">()).slice();
  tensor.dispose();
  return numbers;
}
