import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { doctorCommand } = await import("../src/cli/commands/doctor.ts");
  return runCommand(doctorCommand, argv);
});
// A WebGPU device may keep Node alive.
process.exit();
