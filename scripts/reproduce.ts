import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { reproduceCommand } = await import("../src/cli/commands/reproduce.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(reproduceCommand(sources), argv);
});
