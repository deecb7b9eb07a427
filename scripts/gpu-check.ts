import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { gpuCheckCommand } = await import("../src/cli/commands/gpu-check.ts");
  const { sources } = await import("../specs/index.ts");
  const { parityChecks } = await import("../specs/parity.ts");
  return runCommand(gpuCheckCommand(sources, parityChecks), argv);
});
