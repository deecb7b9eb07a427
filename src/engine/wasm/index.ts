import type { Engine } from "../engine.ts";
import { Game } from "../game.ts";
import { type MakeNetwork, plainNetwork } from "../plain-network.ts";
import { loadKernels } from "./kernels.ts";
import { WasmWorkspace } from "./workspace.ts";

/**
 * The default engine: training kernels in WebAssembly SIMD, on one CPU core. A seed gives the same bits on every machine
 * and together with any other seeds.
 */
export const wasmEngine = {
  name: "wasm",
  create: async (arm, seeds) => new Game(await workspace(seeds), arm),
} satisfies Engine;

/** A network by itself, on the same kernels. */
export const wasmNetwork: MakeNetwork = async (options) => plainNetwork(await workspace([options.seed ?? 1]), options);

const workspace = async (seeds: readonly number[]) => new WasmWorkspace(await loadKernels(), seeds);
