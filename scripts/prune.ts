import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { pruneCommand } = await import("../src/cli/commands/prune.ts");
  return runCommand(pruneCommand, argv);
});
