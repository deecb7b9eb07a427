import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import { kernelChoice } from "../engine/wasm/kernel-path.ts";
import type { Machine } from "../report/benchmark/record.ts";

/** This machine, as far as it decides how fast things are. @throws {EngineError} if the wasm engine cannot run here */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() || "unknown",
  cores: availableParallelism(),
  memoryGiB: Math.max(1, Math.round(totalmem() / 2 ** 30)),
  system: `${platform()} ${arch()}`,
  node: process.version,
  v8: process.versions.v8,
  arithmetic: kernelChoice().path,
});
