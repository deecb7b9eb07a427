import type { Engine, EngineName } from "../engine.ts";
import { Game } from "../game.ts";
import { type BackendName, useBackend } from "./backends.ts";
import type { MakeStream } from "./uploads.ts";
import { TfjsWorkspace } from "./workspace.ts";

/**
 * TensorFlow.js: the same training as a batched tensor program, on whatever its backends compute with. Numbers are drawn on
 * the host from the same streams as everywhere.
 * @param streamOf makes those streams
 * @throws {EngineError} if the backend is not there
 */
export async function tfjsEngine(backendName: BackendName, streamOf: MakeStream): Promise<Engine> {
  const { device, ensemble } = await useBackend(backendName);
  return {
    name: `tfjs:${backendName}` satisfies EngineName,
    device,
    ensemble,
    create: async (arm, seeds) => new Game(new TfjsWorkspace(seeds, await useBackend(backendName), streamOf), arm),
  };
}
