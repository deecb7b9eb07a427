import { type Engine, engineNames } from "./engine.ts";
import type { BackendName } from "./tfjs/backends.ts";

/**
 * The engine of a name; only the one asked for is loaded.
 * @throws {RangeError} if there is none of that name
 * @throws {EngineError} if it does not work here
 */
export async function engineNamed(name: string): Promise<Engine> {
  switch (name) {
    case "wasm":
      return (await import("./wasm/index.ts")).wasmEngine;
    case "webgpu":
      // Gradients' norms are computed on the CPU.
      return (await import("./webgpu/index.ts")).openWebGpuEngine((await import("./wasm/index.ts")).wasmEngine);
    case "reference":
      return (await import("./reference/index.ts")).referenceEngine;
    case "tfjs:node-gpu":
    case "tfjs:webgpu":
    case "tfjs:node":
    case "tfjs:wasm":
    case "tfjs:cpu":
      return tfjsEngine(name.slice("tfjs:".length) as BackendName);
    default:
      throw new RangeError(`expected an engine (${["auto", ...engineNames].join(", ")}), got "${name}"`);
  }
}

/** Its numbers are drawn on the host, by the kernels that draw fastest. */
async function tfjsEngine(backend: BackendName): Promise<Engine> {
  const { kernelStreams } = await import("./wasm/stream.ts");
  return (await import("./tfjs/index.ts")).tfjsEngine(backend, await kernelStreams());
}
