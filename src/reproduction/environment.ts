import { arch, availableParallelism, cpus, platform } from "node:os";
import { execaSync } from "execa";
import { codeDigest } from "../trials/key.ts";

/** Where and by what a run was made. */
export function environment(engine: string): Record<string, string | number> {
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    commit: commit(),
    trainingCode: codeDigest(engine).slice(0, 12),
  };
}

function commit(): string {
  const { stdout, failed } = execaSync("git", ["describe", "--always", "--dirty", "--abbrev=12"], { reject: false });
  return failed ? "unknown (not a git checkout)" : String(stdout);
}
