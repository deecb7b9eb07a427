/** What a freshly compiled module exports, as far as it is looked at here, and the memory that it was given. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  setWidth?(bits: number): void;
  fusedMultiplyAdds(n: number, a: number, b: number, c: number, out: number): void;
  denseForward(...parameters: number[]): void;
  denseInputGradient(...parameters: number[]): void;
  denseWeightGradient(...parameters: number[]): void;
}

/** Whether its multiply-add rounds once: (1 + 2^-12)² - 1 is then 2^-11 + 2^-24, or else 2^-11. */
export function fuses({ memory, heapBase, fusedMultiplyAdds }: Exports): boolean {
  const at = align(heapBase());
  const numbers = new Float32Array(memory.buffer, at, 16);
  numbers.fill(1 + 2 ** -12, 0, 8);
  numbers.fill(-1, 8, 12);
  fusedMultiplyAdds(4, at, at + 16, at + 32, at + 48);
  return numbers.subarray(12).every((result) => result === 2 ** -11 + 2 ** -24);
}

/** The checksum of products with the right bits. */
export const knownChecksum = 2616326351;

/**
 * A checksum of a layer's three products and two activations. The sizes leave a rest in each direction, so that whole and
 * partial tiles take part.
 * @param width of the tiles, in bits; it must not matter
 */
export function checksum(kernels: Exports, width: number): number {
  const { memory, denseForward, denseInputGradient, denseWeightGradient } = kernels;
  let top = align(kernels.heapBase());
  const place = (length: number) => {
    const at = top;
    top = align(at + 4 * length);
    return at;
  };
  const [inputs, units, blocks] = [27, 44, 3];
  const parameters = (inputs + 1) * units;
  const [layer, x] = [place(parameters), place(8 * blocks * inputs)];
  const filled = top;
  const [y, dx, gradient] = [place(8 * blocks * units), place(8 * blocks * inputs), place(parameters)];
  const scratch = place(4096);
  const numbers = new Float32Array(memory.buffer);
  numbers.fill(0, layer / 4);
  // Multiples of an odd number modulo a prime: of all sizes, and no two rows alike.
  for (let i = layer / 4; i < filled / 4; i++) numbers[i] = (((i - layer / 4) * 7919) % 65_521) / 32_768 - 1;
  kernels.setWidth?.(width);
  // More than once, because only what has run is compiled by the optimising compiler.
  for (let repetition = 0; repetition < 3; repetition++) {
    denseForward(blocks, inputs, units, layer, x, y, activations.tanh, 0, scratch);
    denseInputGradient(blocks, inputs, units, layer, y, dx, x, activations.sigmoid, 0, scratch);
    denseWeightGradient(blocks, inputs, units, x, y, gradient, scratch);
  }
  return fnv1a(new Uint32Array(memory.buffer, y, (scratch - y) / 4));
}

/** As assembly/activation.ts numbers them. */
const activations = { sigmoid: 1, tanh: 2 } as const;

/** FNV-1a of 32 bits, taking words for bytes (Fowler, Noll and Vo 1991). */
function fnv1a(words: Uint32Array): number {
  return words.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5 | 0) >>> 0;
}

const align = (address: number): number => Math.ceil(address / 64) * 64;
