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
    const n = layer.inputs * layer.units * layer.pieces;
    weights.set(initialKernel(layer, stream, n, position), layer.kernelAt);
    position += drawLength(n);
  }
  return weights;
}

function initialKernel(layer: LayerLayout, stream: Stream, n: number, position: number): Float32Array {
  const { init, inputs, units } = layer;
  const uniforms = (limit: number) => stream.uniforms(n, position).map((u) => (2 * u - 1) * limit);
  const normals = (sd: number) => affine(stream.normals(n, position), sd, 0);
  switch (init.kind) {
    case "glorot-uniform":
      return uniforms(Math.sqrt(6 / (inputs + units))); // Glorot and Bengio 2010, (16)
    case "uniform":
      return uniforms(init.limit);
    case "normal":
      return normals(init.sd);
    case "normal-fan-in":
      return normals(Math.sqrt(init.gain / inputs));
  }
}
