import { type Address, Arena } from "./arena.ts";
import { kernelChoice, spareMemory } from "./kernel-path.ts";

export type { Address } from "./arena.ts";

/** The compiled kernels with a memory of their own. */
export interface Kernels extends KernelFunctions {
  /** `bytes` zeroed bytes, 64-byte aligned, until the release. May move the memory: take views afterwards. @throws {Error} once released */
  alloc(bytes: number): Address;
  /** A view of `length` numbers, valid until the next `alloc`. @throws {Error} once released */
  float32(at: Address, length: number): Float32Array;
  /** A view of `length` numbers, valid until the next `alloc`. @throws {Error} once released */
  float64(at: Address, length: number): Float64Array;
  /** Gives the memory back, for the next kernels that are loaded in this thread. */
  release(): void;
}

/** The fastest kernels that compute the right bits here; they are compiled once. */
export const loadKernels = async (): Promise<Kernels> => loadKernelsNow();

/**
 * As {@link loadKernels}, for code that cannot wait. A browser's main thread may reject large modules here (Chrome: above
 * 8 MB; this one is under 50 kB); its workers never do.
 */
export function loadKernelsNow(): Kernels {
  const { module, path } = kernelChoice();
  return lend(module, path === "wide" ? 256 : 128);
}

/** An instance of a module, and its memory. */
interface Instance {
  readonly functions: KernelFunctions;
  readonly arena: Arena;
}

/**
 * Instances of each module that nobody holds. They are used again, because V8 sets aside 10 GB of addresses for a memory until
 * its collector finds it: of a thread that trains one arm after the other, there is one.
 */
const idle = new WeakMap<WebAssembly.Module, Instance[]>();

function lend(module: WebAssembly.Module, width: 128 | 256): Kernels {
  const free = idle.get(module) ?? [];
  idle.set(module, free);
  const instance = free.pop() ?? instantiate(module);
  const { functions, arena } = instance;
  functions.setWidth(width);
  let isHeld = true;
  const held = (): Arena => {
    if (!isHeld) throw new Error("expected kernels in use, got released ones; load new ones");
    return arena;
  };
  return {
    ...functions,
    alloc: (bytes) => held().alloc(bytes),
    float32: (at, length) => new Float32Array(held().memory.buffer, at, length),
    float64: (at, length) => new Float64Array(held().memory.buffer, at, length),
    release() {
      if (!isHeld) return;
      isHeld = false;
      arena.reset();
      free.push(instance);
    },
  };
}

function instantiate(module: WebAssembly.Module): Instance {
  const arena = new Arena(spareMemory());
  const { exports } = new WebAssembly.Instance(module, { env: { memory: arena.memory } });
  const functions = exports as unknown as KernelFunctions & { heapBase(): Address };
  arena.start(functions.heapBase());
  return { functions, arena };
}

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
