import { arch, availableParallelism, cpus, platform } from "node:os";
import { execaSync } from "execa";
import { codeDigest } from "../trial/key.ts";
import type { Engines } from "./engines.ts";

/** Where and by what a run was made. */
export function environment({ name, device }: Pick<Engines, "name" | "device">): Record<string, string | number> {
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    ...(device && { device }),
    commit: commit(),
    trainingCode: codeDigest(name).slice(0, 12),
  };
}

function commit(): string {
  const { stdout, failed } = execaSync("git", ["describe", "--always", "--dirty", "--abbrev=12"], {
    cwd: import.meta.dirname,
    reject: false,
  });
  return failed ? "unknown (not a git checkout)" : String(stdout);
}
