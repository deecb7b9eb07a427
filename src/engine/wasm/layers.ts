import type { NetworkLayout } from "../layout.ts";
import type { MaskDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { activationCodes, type LayerBuffers, layerBuffers, ROW_BYTES, scratchBytes } from "./layer-buffers.ts";

export interface LayersOptions {
  readonly layout: NetworkLayout;
  /** Samples of a segment; each segment is padded to whole blocks of 8. */
  readonly rows: number;
  /** Batches that go through together, such as real and fake: default 1. */
  readonly segments?: number;
  /** Whether hidden units are dropped. */
  readonly dropout: boolean;
  /** Where the input lies, if another pass writes it. */
  readonly input?: Address;
  /** Where the output goes, if another pass reads it. */
  readonly output?: Address;
}

/**
 * The buffers of one network over one batch, and the way through its layers forward and back. Weights are handed in, so
 * the seeds of an ensemble take turns on the same buffers, which stay in the processor's cache.
 */
export class Layers {
  readonly layout: NetworkLayout;
  readonly rows: number;
  readonly segments: number;
  /** Blocks of 8 samples in one segment. */
  readonly segmentBlocks: number;
  /** `[blocks][inputs][8]` */
  readonly input: Address;
  /** `[blocks][outputs][8]` */
  readonly output: Address;
  /** Gradient of the loss with respect to the output, or, once it went back through it, to the last activation's input. */
  readonly outputGradient: Address;
  readonly #kernels: Kernels;
  readonly #blocks: number;
  readonly #layers: readonly LayerBuffers[];
  /** Factors of the inputs' dropout; 0 (no address) without. */
  readonly #inputMask: Address;
  readonly #scratch: Address;

  constructor(kernels: Kernels, options: LayersOptions) {
    const { layout, rows, segments = 1 } = options;
    this.#kernels = kernels;
    this.layout = layout;
    this.rows = rows;
    this.segments = segments;
    this.segmentBlocks = Math.ceil(rows / 8);
    this.#blocks = segments * this.segmentBlocks;
    const bytes = this.#blocks * ROW_BYTES;
    this.input = options.input ?? kernels.alloc(bytes * layout.inputs);
    this.output = options.output ?? kernels.alloc(bytes * layout.outputs);
    const dropped = options.dropout && layout.inputDropout > 0;
    this.#inputMask = dropped ? kernels.alloc(bytes * layout.inputs) : 0;
    const first = dropped ? kernels.alloc(bytes * layout.inputs) : this.input;
    this.#layers = layerBuffers(kernels, layout, this.#blocks, options.dropout, first, this.output);
    this.outputGradient = this.#lastLayer.gradient;
    this.#scratch = kernels.alloc(scratchBytes(layout, this.#blocks));
  }

  get #lastLayer(): LayerBuffers {
    return this.#layers[this.#layers.length - 1];
  }

  /** f(input) to `output`. @param masks where the dropout masks of this update are drawn from */
  forward(weights: Address, masks?: MaskDraws): void {
    const { inputs, inputDropout } = this.layout;
    const [first] = this.#layers;
    if (this.#inputMask !== 0) this.#drop(inputs, inputDropout, this.input, this.#inputMask, first.input, masks);
    for (const layer of this.#layers) {
      this.#kernels.denseForward(
        this.#blocks,
        layer.inputs,
        layer.units * layer.pieces,
        weights + layer.parameters,
        layer.input,
        layer.linear,
        layer.activation,
        layer.slope,
      );
      if (layer.pieces > 1) this.#takeLargest(layer);
      if (layer.mask !== 0) this.#drop(layer.units, layer.dropout, layer.activated, layer.mask, layer.output, masks);
    }
    this.#boundOutput();
  }

  #takeLargest({ units, pieces, linear, activated }: LayerBuffers): void {
    this.#kernels.maxout(this.#blocks, units, pieces, linear, activated);
  }

  /** Draws a mask for `[blocks][units][8]` and applies it. */
  #drop(units: number, rate: number, from: Address, mask: Address, to: Address, masks: MaskDraws | undefined): void {
    if (!masks) throw new Error("expected draws for the dropout masks, got none; hand them to forward");
    const segmentBytes = this.segmentBlocks * units * ROW_BYTES;
    for (let segment = 0; segment < this.segments; segment++) {
      masks.fill(this.rows, units, rate, mask + segment * segmentBytes);
    }
    this.#kernels.multiply(this.#blocks * units * 8, from, mask, to);
  }

  #boundOutput(): void {
    const { bounded, outputs, scale, shift, clamp } = this.layout;
    if (!bounded) return;
    const n = this.#blocks * outputs * 8;
    this.#kernels.scaleAndClamp(n, this.#lastLayer.activated, scale, shift, clamp[0], clamp[1], this.output);
  }

  /** Takes `outputGradient` back through clamp, scale and the last activation. */
  backwardThroughOutput(): void {
    const { bounded, outputs, scale, shift, clamp } = this.layout;
    const { activated, activation, slope } = this.#lastLayer;
    const n = this.#blocks * outputs * 8;
    if (bounded) this.#kernels.outputGradient(n, activated, scale, shift, clamp[0], clamp[1], this.outputGradient);
    this.#kernels.activationGradient(n, activated, activation, slope, this.outputGradient);
  }

  /** The gradient of the weights, from an `outputGradient` that went back through the output. `[P]` */
  backwardToWeights(weights: Address, gradient: Address): void {
    for (let l = this.#layers.length - 1; l >= 0; l--) {
      this.#weightGradient(this.#layers[l], gradient);
      if (l > 0) this.#hiddenGradient(this.#layers[l], this.#layers[l - 1], weights);
    }
  }

  /**
   * The gradient of the input, from an `outputGradient` that went back through the output. `[blocks][inputs][8]`
   * @param weightGradient where the gradient of the weights is wanted as well, `[P]`
   */
  backwardToInput(weights: Address, inputGradient: Address, weightGradient?: Address): void {
    for (let l = this.#layers.length - 1; l >= 0; l--) {
      if (weightGradient !== undefined) this.#weightGradient(this.#layers[l], weightGradient);
      if (l > 0) this.#hiddenGradient(this.#layers[l], this.#layers[l - 1], weights);
    }
    const first = this.#layers[0];
    this.#inputGradient(first, weights, first.input, activationCodes.linear, 0, inputGradient);
    this.#mask(this.#inputMask, first.inputs, inputGradient);
  }

  #weightGradient(layer: LayerBuffers, gradient: Address): void {
    this.#kernels.denseWeightGradient(
      this.#blocks,
      layer.inputs,
      layer.units * layer.pieces,
      layer.input,
      layer.gradient,
      gradient + layer.parameters,
      this.#scratch,
    );
  }

  #hiddenGradient(layer: LayerBuffers, below: LayerBuffers, weights: Address): void {
    const { units, pieces, linear, activated, unitGradient } = below;
    this.#inputGradient(layer, weights, activated, below.activation, below.slope, unitGradient);
    this.#mask(below.mask, units, unitGradient);
    if (pieces === 1) return;
    this.#kernels.maxoutGradient(this.#blocks, units, pieces, linear, activated, unitGradient, below.gradient);
  }

  /** Takes a gradient back through dropout, if there was any. */
  #mask(mask: Address, units: number, gradient: Address): void {
    if (mask !== 0) this.#kernels.multiply(this.#blocks * units * 8, gradient, mask, gradient);
  }

  #inputGradient(
    layer: LayerBuffers,
    weights: Address,
    activated: Address,
    activation: number,
    slope: number,
    out: Address,
  ): void {
    this.#kernels.denseInputGradient(
      this.#blocks,
      layer.inputs,
      layer.units * layer.pieces,
      weights + layer.parameters,
      layer.gradient,
      out,
      activated,
      activation,
      slope,
      this.#scratch,
    );
  }
}
