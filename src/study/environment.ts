import { createHash } from "node:crypto";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { execaSync } from "execa";
import { EngineError } from "../engine/engine.ts";
import { describe, kernelChoice } from "../engine/wasm/kernel-path.ts";
import type { Arm } from "../language/arm.ts";
import { jobOf } from "../trial/job.ts";
import type { Engines } from "./engines.ts";

/** Where and by what a run was made. @param arms what was trained, if anything */
export function environment({ device, of }: Engines, arms: readonly Arm[] = []): Record<string, string | number> {
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    kernels: kernelsHere(),
    ...(device && { device }),
    commit: commit(),
    ...(arms.length > 0 && { trainingCode: trainingCode(arms, of).slice(0, 12) }),
  };
}

/** How the kernels compute here, which changes no bit. */
function kernelsHere(): string {
  try {
    return describe(kernelChoice());
  } catch (error) {
    if (error instanceof EngineError) return `none: ${error.message}`;
    throw error;
  }
}

/** One digest for the code that trained the arms, whatever their kinds. */
function trainingCode(arms: readonly Arm[], engineOf: Engines["of"]): string {
  const codes = new Set(arms.map((arm) => jobOf(arm, 1, engineOf(arm)).code));
  return createHash("sha256")
    .update([...codes].sort().join("\n"))
    .digest("hex");
}

/** The commit of this program, marked where files differ from it. */
export const commit = (): string => described("--always", "--dirty", "--abbrev=12") ?? "unknown (not a git checkout)";

/** The tag of the commit, if it has one and no file differs from it. */
export function tag(): string | undefined {
  const name = described("--exact-match", "--tags", "--dirty");
  return name?.endsWith("-dirty") ? undefined : name;
}

function described(...how: string[]): string | undefined {
  const { stdout, failed } = execaSync("git", ["describe", ...how], { cwd: import.meta.dirname, reject: false });
  return failed ? undefined : String(stdout);
}
