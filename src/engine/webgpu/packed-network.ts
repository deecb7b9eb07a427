import type { LayerLayout, NetworkLayout } from "../layout.ts";

/** A layer with its place in workgroup memory, counted in vectors of four float32. */
export interface PackedLayer extends LayerLayout {
  /** Vectors of a unit's row: the weights into it, then its bias, then zeros. */
  readonly vectors: number;
  /** Position of unit 0's row, in vectors from the first one of the network. */
  readonly rowsAt: number;
  /** Where a sample keeps the layer's input, followed by a 1 that its biases are multiplied with. */
  readonly inputAt: number;
  /** Where a sample keeps the gradient of the layer's sums, from the first slot of such gradients. */
  readonly gradientAt: number;
}

/**
 * A network as the kernel keeps it. The bias is the last column of its row, so the passes and the optimizer know only
 * weights; and rows are padded to whole vectors, so that a dot product is a sum of vector products.
 */
export interface PackedNetwork {
  readonly layout: NetworkLayout;
  readonly layers: readonly PackedLayer[];
  /** Vectors of all rows. */
  readonly vectors: number;
  /** Slots that a sample needs for the inputs of all layers, and for the gradients of their sums. */
  readonly inputSlots: number;
  readonly gradientSlots: number;
  /** Where each of the P parameters of the contract's order stands, in numbers from the network's first. */
  readonly placeOf: Uint32Array;
}

const vectorsFor = (n: number): number => Math.ceil(n / 4);

export function packNetwork(layout: NetworkLayout): PackedNetwork {
  const layers: PackedLayer[] = [];
  let [rowsAt, inputAt] = [0, 0];
  // Gradients lie like the next layer's inputs, so that they can take their places.
  let gradientAt = 0;
  for (const layer of layout.layers) {
    const vectors = vectorsFor(layer.inputs + 1);
    layers.push({ ...layer, vectors, rowsAt, inputAt, gradientAt });
    rowsAt += layer.units * vectors;
    inputAt += vectors;
    gradientAt += vectorsFor(layer.units + 1);
  }
  const last = layers[layers.length - 1];
  const gradientSlots = last.gradientAt + vectorsFor(last.units);
  return { layout, layers, vectors: rowsAt, inputSlots: inputAt, gradientSlots, placeOf: placesOf(layers) };
}

function placesOf(layers: readonly PackedLayer[]): Uint32Array {
  const places: number[] = [];
  for (const { inputs, units, rowsAt, vectors } of layers) {
    for (let input = 0; input <= inputs; input++) {
      for (let unit = 0; unit < units; unit++) places.push(4 * (rowsAt + unit * vectors) + input);
    }
  }
  return Uint32Array.from(places);
}

/** @param weights `[S, P]` @returns `[S, vectors, 4]` */
export function pack({ placeOf, vectors }: PackedNetwork, weights: Float32Array): Float32Array<ArrayBuffer> {
  const seeds = weights.length / placeOf.length;
  const packed = new Float32Array(seeds * vectors * 4);
  for (let s = 0; s < seeds; s++) {
    for (let p = 0; p < placeOf.length; p++) packed[s * vectors * 4 + placeOf[p]] = weights[s * placeOf.length + p];
  }
  return packed;
}

/** The inverse of {@link pack}. */
export function unpack({ placeOf, vectors }: PackedNetwork, packed: Float32Array): Float32Array {
  const seeds = packed.length / (vectors * 4);
  const weights = new Float32Array(seeds * placeOf.length);
  for (let s = 0; s < seeds; s++) {
    for (let p = 0; p < placeOf.length; p++) weights[s * placeOf.length + p] = packed[s * vectors * 4 + placeOf[p]];
  }
  return weights;
}

/**
 * The weight gradients of a network, cut into tiles of 4 units × 4 inputs, four numbers each: the slots of their inputs
 * and (in the high half) of their gradients, their first vector among the weights, the vectors from one unit's row to the
 * next, and how many units they have. A thread owns a tile: it sums its gradient over the samples and takes its step.
 * @param gradientsAt first slot of the gradients
 * @param weightsAt first vector of the network
 */
export function tilesOf({ layers }: PackedNetwork, gradientsAt: number, weightsAt: number): number[][] {
  return layers.flatMap(({ units, vectors, rowsAt, inputAt, gradientAt }) =>
    Array.from({ length: vectorsFor(units) * vectors }, (_, tile) => {
      const [group, i] = [Math.floor(tile / vectors), tile % vectors];
      const slots = (inputAt + i) | ((gradientsAt + gradientAt + group) << 16);
      return [slots, weightsAt + rowsAt + 4 * group * vectors + i, vectors, Math.min(4, units - 4 * group)];
    }),
  );
}
