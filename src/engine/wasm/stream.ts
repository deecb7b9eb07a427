import { drawLength, type Stream, stream } from "../../random/stream.ts";
import { type Address, type Kernels, loadKernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

type MakeStream = (seed: number, purpose: string) => Stream;

/** Makes streams whose numbers come from the kernels: the same bits as `stream`, many times faster. One for each thread. */
export function kernelStreams(): Promise<MakeStream> {
  made ??= make();
  return made;
}

let made: Promise<MakeStream> | undefined;

async function make(): Promise<MakeStream> {
  const kernels = await loadKernels();
  const scratch = kernels.alloc(chunk * FLOAT_BYTES);
  return (seed, purpose) => {
    const { key } = stream(seed, purpose);
    return {
      key,
      uniforms: (n, from = 0) => filled(kernels, kernels.fillUniforms, key, n, from, scratch),
      normals: (n, from = 0) => filled(kernels, kernels.fillNormals, key, n, from, scratch),
    };
  };
}

/** Numbers that are made at once: a multiple of 8 that stays in a core's cache. */
const chunk = 8192;
const twoTo32 = 2 ** 32;

function filled(
  kernels: Kernels,
  fill: Kernels["fillUniforms"],
  key: Stream["key"],
  n: number,
  from: number,
  scratch: Address,
): Float32Array {
  const numbers = new Float32Array(n);
  for (let at = 0; at < n; at += chunk) {
    const count = Math.min(chunk, n - at);
    const block = (from + at) / 2; // a block of Threefry holds two numbers
    fill(drawLength(count), key[0], key[1], block % twoTo32, Math.floor(block / twoTo32), 1, 0, scratch);
    numbers.set(kernels.float32(scratch, count), at);
  }
  return numbers;
}
