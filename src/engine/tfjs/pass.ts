import * as tf from "@tensorflow/tfjs-core";
import type { NetworkLayout } from "../layout.ts";
import type { LogLossTerm } from "../losses.ts";
import type { Pass, PassOptions } from "../network.ts";
import { backward, type ForwardPass, forward, type LayerWeights, throughOutput } from "./layers.ts";
import { type LogLoss, logLossOf, lossGradient, lossOf, squaredErrorGradient } from "./loss.ts";
import { type MakeStream, MaskUploads } from "./uploads.ts";

/** A batch of all seeds, `[S, rows, features]`; the caller puts the samples of the current update here. */
export interface Batch {
  tensor: tf.Tensor3D | undefined;
}

/** What a pass needs of its network. */
export interface Weights {
  readonly layout: NetworkLayout;
  /** Called in a `tidy`. */
  layers(): readonly LayerWeights[];
  gradient: tf.Tensor2D | undefined;
}

/** One batch of all seeds on its way; see {@link Pass}. All is called in a `tidy`, at whose end its tensors go. */
export class TfjsPass implements Pass<Batch> {
  readonly inputs: readonly Batch[];
  readonly output: Batch;
  readonly outputGradient: Batch = { tensor: undefined };
  readonly #network: Weights;
  readonly #seeds: number;
  readonly #rows: number;
  readonly #masks: MaskUploads;
  readonly #logLosses = new Map<readonly LogLossTerm[], LogLoss>();
  /** The sum of losses `[S]`. */
  #losses: tf.Tensor1D | undefined;
  /** What went forward last. */
  #pass: ForwardPass | undefined;
  /** The gradient with respect to what went into the last activation, where the way back begins. */
  #start: tf.Tensor3D | undefined;

  constructor(network: Weights, options: PassOptions<Batch>, seeds: readonly number[], streamOf: MakeStream) {
    const { rows, segments = 1, input, output = { tensor: undefined } } = options;
    this.inputs = input ? [input] : Array.from({ length: segments }, () => ({ tensor: undefined }));
    this.output = output;
    this.#network = network;
    this.#seeds = seeds.length;
    this.#rows = rows;
    this.#masks = new MaskUploads(network.layout, options, seeds, streamOf);
  }

  load(_turn: number, samples: Float32Array, segment = 0): void {
    this.inputs[segment].tensor = this.#uploaded(samples, this.#network.layout.inputs);
  }

  forward(_turn: number, update = 0): void {
    const tensors = this.inputs.map(({ tensor }) => made(tensor));
    const x = tensors.length === 1 ? tensors[0] : tf.concat(tensors, 1);
    this.#pass = forward(this.#network.layout, this.#network.layers(), x, this.#masks.at(update));
    this.output.tensor = this.#pass.output;
  }

  addLogLoss(_turn: number, terms: readonly LogLossTerm[]): void {
    const loss = lossOf(this.#logLossOf(terms), made(this.#pass));
    const sum: tf.Tensor1D = tf.keep(this.#losses ? tf.add(this.#losses, loss) : loss);
    this.#losses?.dispose();
    this.#losses = sum;
  }

  async takeLogLoss(): Promise<Float64Array> {
    const sum = this.#losses;
    this.#losses = undefined;
    if (!sum) return new Float64Array(this.#seeds);
    const numbers = Float64Array.from(await sum.data());
    sum.dispose();
    return numbers;
  }

  startFromLogLoss(_turn: number, terms: readonly LogLossTerm[]): void {
    this.#start = lossGradient(this.#network.layout, this.#logLossOf(terms), made(this.#pass));
  }

  startFromSquaredError(_turn: number, target: Float32Array): void {
    const { layout } = this.#network;
    this.#start = squaredErrorGradient(layout, made(this.#pass), this.#uploaded(target, layout.outputs));
  }

  startFromOutputGradient(): void {
    this.#start = throughOutput(this.#network.layout, made(this.#pass), made(this.outputGradient.tensor));
  }

  backwardToWeights(): void {
    this.#network.gradient = this.#backward(["weights"]).weights;
  }

  backwardToInput(_turn: number, to: Batch, withWeights: boolean): void {
    const back = this.#backward(withWeights ? ["input", "weights"] : ["input"]);
    to.tensor = back.input;
    if (withWeights) this.#network.gradient = back.weights;
  }

  dispose(): void {
    this.#masks.dispose();
    this.#losses?.dispose();
    for (const { target, weight } of this.#logLosses.values()) tf.dispose([target, weight]);
  }

  #backward<Wanted extends "weights" | "input">(wanted: readonly Wanted[]) {
    return backward(this.#network.layout, this.#network.layers(), made(this.#pass), made(this.#start), wanted);
  }

  /** `[1, rows, features]` if the samples are the same for all seeds, else `[S, rows, features]`. */
  #uploaded(samples: Float32Array, features: number): tf.Tensor3D {
    // A copy, as some backends keep the array that they are given.
    return tf.tensor3d(samples.slice(), [samples.length / (this.#rows * features), this.#rows, features]);
  }

  #logLossOf(terms: readonly LogLossTerm[]): LogLoss {
    const known = this.#logLosses.get(terms);
    if (known) return known;
    const loss = logLossOf(terms, this.#rows);
    tf.keep(loss.target);
    tf.keep(loss.weight);
    this.#logLosses.set(terms, loss);
    return loss;
  }
}

/** What an earlier step of the update has made. */
function made<Made>(value: Made | undefined): Made {
  if (value === undefined) throw new Error("expected the steps of a pass in their order, got a later one first");
  return value;
}
