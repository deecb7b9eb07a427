import type { NetworkLayout } from "../layout.ts";
import type { LogLossTerm } from "../losses.ts";
import type { Pass, PassOptions } from "../network.ts";
import { MaskDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES, ROW_BYTES } from "./layer-buffers.ts";
import { Layers } from "./layers.ts";

/** What a pass needs of its network. */
export interface Parameters {
  readonly layout: NetworkLayout;
  /** Each seed's weights, `[P]`. */
  readonly weights: readonly Address[];
  /** Where the gradient of the present turn goes, `[P]`. */
  readonly gradient: Address;
}

/** One batch on its way, in blocks `[rows / 8][features][8]`: a place for samples is the address of its first block. */
export class WasmPass implements Pass<Address> {
  readonly inputs: readonly Address[];
  readonly output: Address;
  readonly outputGradient: Address;
  readonly #kernels: Kernels;
  readonly #parameters: Parameters;
  readonly #layers: Layers;
  readonly #masks: MaskDraws | undefined;
  readonly #losses: Float64Array;
  /** Scratch for samples of the host, `[rows, features]`, and for targets in blocks; made when the host hands in some. */
  #rowMajor: Address | undefined;
  #target: Address | undefined;

  constructor(kernels: Kernels, parameters: Parameters, options: PassOptions<Address>, seeds: readonly number[]) {
    const { layout } = parameters;
    const { rows, dropout, ...rest } = options;
    const layers = new Layers(kernels, { layout, rows, dropout: dropout !== undefined, ...rest });
    this.inputs = Array.from(
      { length: layers.segments },
      (_, segment) => layers.input + segment * layers.segmentBlocks * layout.inputs * ROW_BYTES,
    );
    this.output = layers.output;
    this.outputGradient = layers.outputGradient;
    this.#kernels = kernels;
    this.#parameters = parameters;
    this.#layers = layers;
    this.#masks = dropout && new MaskDraws(kernels, dropout, layout, rows, seeds);
    this.#losses = new Float64Array(seeds.length);
  }

  load(turn: number, samples: Float32Array, segment = 0): void {
    this.#toBlocks(samples, turn, this.#parameters.layout.inputs, this.inputs[segment]);
  }

  forward(turn: number, update = 0): void {
    this.#masks?.begin(turn, update);
    this.#layers.forward(this.#parameters.weights[turn], this.#masks);
  }

  addLogLoss(turn: number, terms: readonly LogLossTerm[]): void {
    const { rows, output, segmentBlocks } = this.#layers;
    let loss = 0;
    for (const [segment, { target, weight }] of terms.entries()) {
      const sum = this.#kernels.logLoss(rows, output + segment * segmentBlocks * ROW_BYTES, target);
      loss += (weight * sum) / rows;
    }
    this.#losses[turn] += loss;
  }

  takeLogLoss(): Float64Array {
    const sums = this.#losses.slice();
    this.#losses.fill(0);
    return sums;
  }

  startFromLogLoss(_turn: number, terms: readonly LogLossTerm[]): void {
    const { layout, rows, output, outputGradient, segmentBlocks } = this.#layers;
    // Sigmoid and logarithm together lose no digits where D is close to 0 or 1. Anything between them is taken literally.
    const fused = layout.isProbability;
    const gradientOf = fused ? this.#kernels.crossEntropyGradient : this.#kernels.logLossGradient;
    for (const [segment, { target, weight }] of terms.entries()) {
      const offset = segment * segmentBlocks * ROW_BYTES;
      gradientOf(rows, output + offset, target, weight / rows, outputGradient + offset);
    }
    if (!fused) this.#layers.backwardThroughOutput();
  }

  startFromSquaredError(turn: number, target: Float32Array): void {
    const { layout, rows, output, outputGradient, segmentBlocks } = this.#layers;
    this.#target ??= this.#kernels.alloc(segmentBlocks * layout.outputs * ROW_BYTES);
    this.#toBlocks(target, turn, layout.outputs, this.#target);
    const factor = 2 / (rows * layout.outputs);
    this.#kernels.squaredErrorGradient(rows, layout.outputs, output, this.#target, factor, outputGradient);
    this.#layers.backwardThroughOutput();
  }

  startFromOutputGradient(): void {
    this.#layers.backwardThroughOutput();
  }

  backwardToWeights(turn: number): void {
    this.#layers.backwardToWeights(this.#parameters.weights[turn], this.#parameters.gradient);
  }

  backwardToInput(turn: number, to: Address, withWeights: boolean): void {
    const { weights, gradient } = this.#parameters;
    this.#layers.backwardToInput(weights[turn], to, withWeights ? gradient : undefined);
  }

  /** Brings what belongs to a turn of samples `[rows, features]`, for all seeds alike, or `[S, rows, features]` to blocks. */
  #toBlocks(samples: Float32Array, turn: number, features: number, blocks: Address): void {
    const { rows, layout } = this.#layers;
    this.#rowMajor ??= this.#kernels.alloc(rows * Math.max(layout.inputs, layout.outputs) * FLOAT_BYTES);
    const length = rows * features;
    const own = samples.length === length ? samples : samples.subarray(turn * length, (turn + 1) * length);
    this.#kernels.float32(this.#rowMajor, length).set(own);
    this.#kernels.toBlocks(rows, features, this.#rowMajor, blocks);
  }
}
