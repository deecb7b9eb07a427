import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import type { Machine } from "../report/benchmark/record.ts";

/** This machine, as far as it decides how fast things are. @param arithmetic the path that the wasm engine takes here */
export const thisMachine = (arithmetic: string): Machine => ({
  processor: cpus()[0]?.model.trim() || "unknown",
  cores: availableParallelism(),
  memoryGiB: Math.max(1, Math.round(totalmem() / 2 ** 30)),
  system: `${platform()} ${arch()}`,
  node: process.version,
  v8: process.versions.v8,
  arithmetic,
});
