import type { Initializer } from "../experiment/arm.ts";
import { affine } from "../random/affine.ts";
import { drawLength, type Stream } from "../random/stream.ts";
import type { LayerLayout, NetworkLayout } from "./layout.ts";

/**
 * A network's initial weights: the layers' kernels one after the other in the stream, each at the next multiple of 8;
 * biases 0.
 * @returns `[P]`
 */
export function initialWeights(layout: NetworkLayout, stream: Stream): Float32Array {
  const weights = new Float32Array(layout.parameters);
  let position = 0;
  for (const layer of layout.layers) {
    const n = layer.inputs * layer.units;
    weights.set(initialKernel(layer, stream, n, position), layer.kernelAt);
    position += drawLength(n);
  }
  return weights;
}

function initialKernel(layer: LayerLayout, stream: Stream, n: number, position: number): Float32Array {
  if (layer.init.kind === "glorot-uniform") {
    const limit = Math.sqrt(6 / (layer.inputs + layer.units)); // Glorot and Bengio 2010, (16)
    return stream.uniforms(n, position).map((u) => (2 * u - 1) * limit);
  }
  return affine(stream.normals(n, position), deviation(layer.init, layer.inputs), 0);
}

function deviation(init: Exclude<Initializer, { kind: "glorot-uniform" }>, inputs: number): number {
  return init.kind === "normal" ? init.sd : Math.sqrt(init.gain / inputs);
}
