import type { Engine, EngineName } from "../engine.ts";
import { kernelStreams } from "../wasm/stream.ts";
import { TfjsAdversary } from "./adversary.ts";
import { type BackendName, useBackend } from "./backends.ts";

/**
 * TensorFlow.js: the same training as a batched tensor program, on whatever its backends compute with. Numbers are drawn on
 * the host from the same streams as everywhere.
 * @throws {EngineError} if the backend is not there
 */
export async function tfjsEngine(backendName: BackendName): Promise<Engine> {
  const { device, ensemble } = await useBackend(backendName);
  return {
    name: `tfjs:${backendName}` satisfies EngineName,
    device,
    ensemble,
    create: async (arm, seeds) => new TfjsAdversary(arm, seeds, await useBackend(backendName), await kernelStreams()),
  };
}
