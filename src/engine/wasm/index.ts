import type { Engine } from "../engine.ts";
import { Game } from "../game.ts";
import { loadKernels } from "./kernels.ts";
import { WasmWorkspace } from "./workspace.ts";

/**
 * The default engine: training kernels in strict WebAssembly SIMD, on one CPU core. A seed gives the same bits on every
 * machine and beside any other seeds.
 */
export const wasmEngine = {
  name: "wasm",
  create: async (arm, seeds) => new Game(await workspace(seeds), arm),
} satisfies Engine;

const workspace = async (seeds: readonly number[]) => new WasmWorkspace(await loadKernels(), seeds);
