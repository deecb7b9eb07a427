import type { Activation } from "../../language/arm.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Address, Kernels } from "./kernels.ts";

/** One layer of a pass: its shape as the kernels want it, and where its activations and gradients lie. */
export interface LayerBuffers {
  readonly inputs: number;
  readonly units: number;
  /** Linear pieces of a maxout unit, 1 of any other. */
  readonly pieces: number;
  /** Code of the activation in assembly/activation.ts. */
  readonly activation: number;
  readonly slope: number;
  /** Share of units dropped in this pass. */
  readonly dropout: number;
  /** Byte offset of kernel and bias in the network's parameters. */
  readonly parameters: number;
  readonly input: Address;
  /** What maxout chooses from, `[blocks][units · pieces][8]`; elsewhere the same as `activated`. */
  readonly linear: Address;
  /** Output of the activation, `[blocks][units][8]`. */
  readonly activated: Address;
  /** What the next layer reads: `activated`, or a copy with units dropped. */
  readonly output: Address;
  /** Factors of dropout; 0 (no address) without. */
  readonly mask: Address;
  /** Gradient with respect to `activated`, once it went back through the activation if that is no maxout. */
  readonly unitGradient: Address;
  /** Gradient with respect to what goes into the activation, `[blocks][units · pieces][8]`. */
  readonly gradient: Address;
}

export const FLOAT_BYTES = 4;

/** Eight samples of one feature. */
export const ROW_BYTES = 8 * FLOAT_BYTES;

/** As in assembly/activation.ts. */
export const activationCodes: Readonly<Record<Activation, number>> = {
  linear: 0,
  sigmoid: 1,
  tanh: 2,
  relu: 3,
  "leaky-relu": 4,
  // The largest of linear pieces is taken by a kernel of its own.
  maxout: 0,
};

/** The code of a sigmoid whose small values matter. */
const probabilityCode = 5;

/** Allocates the buffers of every layer, between a given input and a given output. */
export function layerBuffers(
  kernels: Kernels,
  layout: NetworkLayout,
  blocks: number,
  dropout: boolean,
  input: Address,
  output: Address,
): LayerBuffers[] {
  const batchOf = (units: number): Address => kernels.alloc(blocks * units * ROW_BYTES);
  const buffers: LayerBuffers[] = [];
  let below = input;
  for (const layer of layout.layers) {
    const { inputs, units, pieces, slope } = layer;
    // A bounded output is written from the last activation, which its derivative needs as well.
    const isLast = buffers.length === layout.layers.length - 1;
    const activated = isLast && !layout.bounded ? output : batchOf(units);
    const dropped = dropout && layer.dropout > 0;
    const gradient = batchOf(units * pieces);
    buffers.push({
      inputs,
      units,
      pieces,
      activation: isLast && layout.isProbability ? probabilityCode : activationCodes[layer.activation],
      slope,
      dropout: layer.dropout,
      parameters: layer.kernelAt * FLOAT_BYTES,
      input: below,
      linear: pieces > 1 ? batchOf(units * pieces) : activated,
      activated,
      output: dropped ? batchOf(units) : activated,
      mask: dropped ? batchOf(units) : 0,
      unitGradient: pieces > 1 ? batchOf(units) : gradient,
      gradient,
    });
    below = buffers[buffers.length - 1].output;
  }
  return buffers;
}

/** Scratch that the dense kernels ask for: 64 bytes an input, or 512 a block. */
export function scratchBytes(layout: NetworkLayout, blocks: number): number {
  const widest = Math.max(...layout.layers.map(({ inputs }) => inputs));
  return Math.max(64 * widest, 512 * blocks);
}
