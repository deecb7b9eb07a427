import { existsSync, readdirSync, readFileSync } from "node:fs";
import util from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import { EngineError } from "../engine.ts";
import type { Backend } from "./backend.ts";

/** Set to 1, it lets `tfjs:node-gpu` compute on the CPU, which is for testing it. */
export const cpuFallback = "GAN_REPRO_CPU_FALLBACK";

/** What TensorFlow's backend for Node tells of itself. */
interface NodeBackend {
  readonly isUsingGpuDevice: boolean;
}

/**
 * TensorFlow's C library, on the CPU or by CUDA. Its packages are no dependencies: their installation downloads that
 * library, and needs CUDA.
 * @throws {EngineError} if the package is not there or does not load, or if it should compute by CUDA and does not
 */
export async function nodeBackend(name: "node" | "node-gpu"): Promise<Backend> {
  const packageName = `@tensorflow/tfjs-${name}`;
  prepare();
  try {
    await import(packageName);
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new EngineError(`expected the package ${packageName}, got: ${reason}; ${installation(name)}`);
  }
  if (!tf.findBackendFactory("tensorflow")) {
    throw new EngineError(
      `expected ${packageName} to use this project's @tensorflow/tfjs-core (${tf.version_core}), got a copy of its own; install its version ${tf.version_core}`,
    );
  }
  if (name === "node") return { name: "tensorflow", isQueued: false, ensemble: 64 };

  await tf.setBackend("tensorflow");
  const { isUsingGpuDevice } = tf.backend() as unknown as NodeBackend;
  if (!isUsingGpuDevice && process.env[cpuFallback] !== "1") {
    throw new EngineError(
      `expected TensorFlow to compute by CUDA, got its CPU, on which it falls back silently; is the card there (nvidia-smi), and are CUDA and cuDNN on the library path? ${cpuFallback}=1 allows it`,
    );
  }
  return {
    name: "tensorflow",
    device: isUsingGpuDevice ? cards() : "TensorFlow's CPU fallback",
    isQueued: false,
    ensemble: 1024,
  };
}

/** What has to be so before the library is loaded. */
function prepare(): void {
  // Node 23 dropped it, and version 4.22 of the packages calls it.
  const node = util as { isNullOrUndefined?: (value: unknown) => boolean };
  node.isNullOrUndefined ??= (value) => value === null || value === undefined;
  // Factors of products are rounded to 10 bits otherwise (TensorFloat-32), on Ampere cards and later.
  process.env.NVIDIA_TF32_OVERRIDE ??= "0";
  // It takes the whole memory of the card otherwise.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= "true";
  // Errors only.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
}

/** The names of NVIDIA's cards, as its driver tells them; the binding has none. */
function cards(): string {
  const root = "/proc/driver/nvidia/gpus";
  const models = existsSync(root)
    ? readdirSync(root).map((card) => /^Model:\s*(.+)$/m.exec(readFileSync(`${root}/${card}/information`, "utf8"))?.[1])
    : [];
  return models.filter(Boolean).join(", ") || "a CUDA card";
}

const installation = (name: "node" | "node-gpu"): string =>
  `scripts/build-node-gpu.sh . ${name === "node" ? "--package @tensorflow/tfjs-node --cpu " : ""}installs it from npm and PyPI${
    name === "node-gpu" ? " (--cpu without a card)" : ""
  }`;
