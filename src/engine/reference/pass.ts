import { dropoutMask } from "../../random/draws.ts";
import { drawLength, stream } from "../../random/stream.ts";
import type { NetworkLayout } from "../layout.ts";
import { dropoutsOf } from "../layout.ts";
import type { LogLossTerm } from "../losses.ts";
import type { Pass, PassOptions } from "../network.ts";
import { logLoss, logLossGradient, squaredErrorGradient } from "./loss.ts";
import { backward, type ForwardPass, forward, type Masks, throughOutput } from "./network.ts";

/** A batch of one seed, `[rows, features]` row-major; the caller writes the samples here. */
export interface Batch {
  values: Float64Array;
}

/** What a pass needs of its network. */
export interface Weights {
  readonly layout: NetworkLayout;
  /** The weights of the seed whose turn it is, `[P]`. */
  weightsOf(turn: number): Float64Array;
  /** The gradient of the present turn, `[P]`. */
  gradient: Float64Array;
}

/** One batch on its way, seed after seed; see {@link Pass}. */
export class ReferencePass implements Pass<Batch> {
  readonly inputs: readonly Batch[];
  readonly output: Batch;
  readonly outputGradient: Batch = empty();
  readonly #network: Weights;
  readonly #rows: number;
  readonly #masksOf: (turn: number, update: number) => Masks;
  readonly #losses: Float64Array;
  /** What went forward last. */
  #pass: ForwardPass | undefined;
  /** The gradient with respect to what went into the last activation, where the way back begins. */
  #start: Float64Array = new Float64Array();

  constructor(network: Weights, options: PassOptions<Batch>, seeds: readonly number[]) {
    const { rows, segments = 1, input, output = empty() } = options;
    this.inputs = input ? [input] : Array.from({ length: segments }, empty);
    this.output = output;
    this.#network = network;
    this.#rows = rows;
    this.#masksOf = masks(network, options, seeds);
    this.#losses = new Float64Array(seeds.length);
  }

  load(turn: number, samples: Float32Array, segment = 0): void {
    this.inputs[segment].values = samplesOf(samples, this.#rows * this.#network.layout.inputs, turn);
  }

  forward(turn: number, update = 0): void {
    const { layout } = this.#network;
    const input = Float64Array.from(this.inputs.flatMap(({ values }) => [...values]));
    const rows = this.#rows * this.inputs.length;
    this.#pass = forward(layout, this.#network.weightsOf(turn), input, rows, this.#masksOf(turn, update));
    this.output.values = this.#pass.output;
  }

  addLogLoss(turn: number, terms: readonly LogLossTerm[]): void {
    this.#losses[turn] += logLoss(this.#last, terms);
  }

  takeLogLoss(): Float64Array {
    const sums = this.#losses.slice();
    this.#losses.fill(0);
    return sums;
  }

  startFromLogLoss(_turn: number, terms: readonly LogLossTerm[]): void {
    this.#start = logLossGradient(this.#network.layout, this.#last, terms);
  }

  startFromSquaredError(turn: number, target: Float32Array): void {
    const { layout } = this.#network;
    const own = target.subarray(turn * this.#rows * layout.outputs, (turn + 1) * this.#rows * layout.outputs);
    this.#start = squaredErrorGradient(layout, this.#last, own);
  }

  startFromOutputGradient(): void {
    this.#start = throughOutput(this.#network.layout, this.#last, this.outputGradient.values);
  }

  backwardToWeights(turn: number): void {
    this.#network.gradient = this.#backward(turn).weights;
  }

  backwardToInput(turn: number, to: Batch, withWeights: boolean): void {
    const { weights, input } = this.#backward(turn);
    to.values = input;
    if (withWeights) this.#network.gradient = weights;
  }

  #backward(turn: number) {
    return backward(this.#network.layout, this.#network.weightsOf(turn), this.#last, this.#start);
  }

  get #last(): ForwardPass {
    if (!this.#pass) throw new Error("expected a pass that went forward, got a new one");
    return this.#pass;
  }
}

/** What the seed at index s sees of samples that are its own or the same for all. @param size numbers a seed */
export const samplesOf = (samples: Float32Array, size: number, s: number): Float64Array =>
  Float64Array.from(samples.length === size ? samples : samples.subarray(s * size, (s + 1) * size));

const empty = (): Batch => ({ values: new Float64Array() });

/** The dropout masks of a turn's update. */
function masks(
  { layout }: Weights,
  { rows, segments = 1, dropout }: PassOptions<Batch>,
  seeds: readonly number[],
): (turn: number, update: number) => Masks {
  if (!dropout) return () => [];
  const { purpose, from, every } = dropout;
  const streams = seeds.map((seed) => stream(seed, purpose));
  return (turn, update) => {
    let position = from + update * every;
    return dropoutsOf(layout).map(({ units, rate }) => {
      if (rate === 0) return undefined;
      const mask = dropoutMask(streams[turn], position, { rows, units, rate, segments });
      position += segments * drawLength(rows * units);
      return mask;
    });
  };
}
