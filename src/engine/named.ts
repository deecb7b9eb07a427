import { type Engine, engineNames } from "./engine.ts";

/**
 * The engine of a name; only the one asked for is loaded.
 * @throws {RangeError} if there is none of that name
 * @throws {NoGpuError} if it needs a graphics card and none answers
 */
export async function engineNamed(name: string): Promise<Engine> {
  switch (name) {
    case "wasm":
      return (await import("./wasm/index.ts")).wasmEngine;
    case "webgpu":
      return (await import("./webgpu/index.ts")).openWebGpuEngine();
    case "reference":
      return (await import("./reference/index.ts")).referenceEngine;
    default:
      throw new RangeError(`expected an engine (${["auto", ...engineNames].join(", ")}), got "${name}"`);
  }
}
