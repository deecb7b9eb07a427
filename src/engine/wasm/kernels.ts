import { kernelChoice } from "./kernel-path.ts";

/** A byte address in the kernels' memory. */
export type Address = number;

/** One instance of the compiled kernels with a memory and an arena of its own. Dropping it frees everything. */
export interface Kernels extends KernelFunctions {
  /** `bytes` zeroed bytes, 64-byte aligned, for as long as the instance lives. May move the memory: take views afterwards. */
  alloc(bytes: number): Address;
  /** A view of `length` numbers, valid until the next `alloc`. */
  float32(at: Address, length: number): Float32Array;
  /** A view of `length` numbers, valid until the next `alloc`. */
  float64(at: Address, length: number): Float64Array;
}

/** Instantiates the kernels: the fastest that compute the right bits here, which are compiled once. */
export const loadKernels = async (): Promise<Kernels> => loadKernelsNow();

/**
 * As {@link loadKernels}, for code that cannot wait. A browser's main thread may reject large modules here (Chrome: above
 * 8 MB; this one takes some 30 kB); its workers never do.
 */
export function loadKernelsNow(): Kernels {
  const { module, path } = kernelChoice();
  return instantiate(module, path === "wide" ? 256 : 128);
}

function instantiate(module: WebAssembly.Module, width: 128 | 256): Kernels {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAXIMUM_PAGES });
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const functions = instance.exports as unknown as KernelFunctions & { heapBase(): Address };
  functions.setWidth(width);
  return {
    ...functions,
    alloc: arena(memory, functions.heapBase()),
    float32: (at, length) => new Float32Array(memory.buffer, at, length),
    float64: (at, length) => new Float64Array(memory.buffer, at, length),
  };
}

/** As the module was compiled for: 4 GiB. */
const MAXIMUM_PAGES = 65536;
const PAGE_BYTES = 65536;
const CACHE_LINE_BYTES = 64;

function arena(memory: WebAssembly.Memory, heapBase: Address): (bytes: number) => Address {
  let top = align(heapBase);
  return (bytes) => {
    const start = top;
    top = align(start + bytes);
    const missing = top - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    return start;
  };
}

const align = (address: number): Address => Math.ceil(address / CACHE_LINE_BYTES) * CACHE_LINE_BYTES;

/** The exported functions; the comments in assembly/ say what they do. */
interface KernelFunctions {
  denseForward(
    blocks: number,
    inputs: number,
    units: number,
    layer: Address,
    x: Address,
    y: Address,
    activation: number,
    slope: number,
  ): void;
  denseInputGradient(
    blocks: number,
    inputs: number,
    units: number,
    layer: Address,
    dz: Address,
    dx: Address,
    x: Address,
    activation: number,
    slope: number,
    scratch: Address,
  ): void;
  denseWeightGradient(
    blocks: number,
    inputs: number,
    units: number,
    x: Address,
    dz: Address,
    gradient: Address,
    scratch: Address,
  ): void;
  maxout(blocks: number, units: number, pieces: number, z: Address, y: Address): void;
  maxoutGradient(blocks: number, units: number, pieces: number, z: Address, y: Address, dy: Address, dz: Address): void;
  activationGradient(n: number, y: Address, activation: number, slope: number, gradient: Address): void;
  scaleAndClamp(n: number, x: Address, scale: number, shift: number, low: number, high: number, out: Address): void;
  outputGradient(
    n: number,
    x: Address,
    scale: number,
    shift: number,
    low: number,
    high: number,
    gradient: Address,
  ): void;
  dropout(n: number, uniforms: Address, rate: number, survivor: number): void;
  multiply(n: number, x: Address, factor: Address, out: Address): void;
  add(n: number, x: Address, summand: Address, out: Address): void;
  toBlocks(n: number, features: number, samples: Address, blocks: Address): void;
  toRows(n: number, features: number, blocks: Address, samples: Address): void;
  crossEntropyGradient(n: number, probability: Address, target: number, factor: number, out: Address): void;
  logLossGradient(n: number, probability: Address, target: number, factor: number, out: Address): void;
  logLoss(n: number, probability: Address, target: number): number;
  squaredErrorGradient(n: number, features: number, y: Address, target: Address, factor: number, out: Address): void;
  sgd(n: number, weights: Address, gradient: Address, stepSize: number): void;
  momentum(n: number, weights: Address, gradient: Address, velocity: Address, stepSize: number, rho: number): void;
  adam(
    n: number,
    weights: Address,
    gradient: Address,
    mean: Address,
    variance: Address,
    stepSize: number,
    beta1: number,
    oneMinusBeta1: number,
    beta2: number,
    oneMinusBeta2: number,
    epsilon: number,
  ): void;
  fillUniforms(
    count: number,
    key0: number,
    key1: number,
    blockLow: number,
    blockHigh: number,
    scale: number,
    shift: number,
    out: Address,
  ): void;
  fillNormals(
    count: number,
    key0: number,
    key1: number,
    blockLow: number,
    blockHigh: number,
    scale: number,
    shift: number,
    out: Address,
  ): void;
  expMap(n: number, x: Address, y: Address): void;
  generatorForce(n: number, z: Address, bG: number, bD: number, clamp: number, margin: number): number;
  mixComponents(n: number, choices: Address, normals: Address, components: Address, out: Address): void;
  mapFloat32(n: number, x: Address, f: number, y: Address): void;
  fusedMultiplyAdds(n: number, a: Address, b: Address, c: Address, out: Address): void;
  multiplyAdds(iterations: number, factor: number, summand: number): number;
  setWidth(bits: 128 | 256): void;
}
