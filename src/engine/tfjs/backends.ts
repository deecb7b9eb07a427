import * as tf from "@tensorflow/tfjs-core";
import { EngineError } from "../engine.ts";
import { openGpu } from "../gpu/dawn.ts";
import type { Backend } from "./backend.ts";
import { nodeBackend } from "./node-backend.ts";

/** The backends that an engine `tfjs:…` can have. */
export const backendNames = ["node-gpu", "webgpu", "node", "wasm", "cpu"] as const;
export type BackendName = (typeof backendNames)[number];

/** Loads the backend, if it is not loaded, and makes it the one that computes. @throws {EngineError} if it is not there */
export async function useBackend(name: BackendName): Promise<Backend> {
  // Neither hints nor the checks of every operation.
  tf.enableProdMode();
  const backend = await loaders[name]();
  if (!(await tf.setBackend(backend.name))) {
    throw new EngineError(`expected tfjs:${name} to start, got a backend that does not; the lines above may say why`);
  }
  return backend;
}

const loaders: Readonly<Record<BackendName, () => Promise<Backend>>> = {
  cpu: async () => {
    await import("@tensorflow/tfjs-backend-cpu");
    return { name: "cpu", isQueued: false, ensemble: 16 };
  },
  wasm: async () => {
    await import("@tensorflow/tfjs-backend-wasm");
    return { name: "wasm", isQueued: false, ensemble: 16 };
  },
  webgpu: async () => {
    const { device } = await openGpu();
    await import("@tensorflow/tfjs-backend-webgpu");
    // An update of the 1-D GAN is some two hundred operations; the default sends 15 at a time.
    tf.env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", 256);
    return { name: "webgpu", device, isQueued: true, ensemble: 1024 };
  },
  node: () => nodeBackend("node"),
  "node-gpu": () => nodeBackend("node-gpu"),
};
