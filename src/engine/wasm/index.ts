import type { Engine } from "../engine.ts";
import { WasmAdversary } from "./adversary.ts";
import { loadKernels } from "./kernels.ts";

/**
 * The default engine: training kernels in strict WebAssembly SIMD, on one CPU core. A seed gives the same bits on every
 * machine and beside any other seeds.
 */
export const wasmEngine = {
  name: "wasm",
  create: async (arm, seeds) => new WasmAdversary(await loadKernels(), arm, seeds),
} satisfies Engine;
