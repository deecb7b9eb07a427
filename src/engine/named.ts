import { type Engine, engineNames } from "./engine.ts";

/**
 * The engine of a name; only the one asked for is loaded.
 * @throws {RangeError} if there is none of that name
 */
export async function engineNamed(name: string): Promise<Engine> {
  switch (name) {
    case "wasm":
      return (await import("./wasm/index.ts")).wasmEngine;
    case "reference":
      return (await import("./reference/index.ts")).referenceEngine;
    default:
      throw new RangeError(`expected an engine (${["auto", ...engineNames].join(", ")}), got "${name}"`);
  }
}
