import { start } from "../src/cli/start.ts";

await start(async (argv) => {
  const { runCommand } = await import("../src/cli/command.ts");
  const { decideCommand } = await import("../src/cli/commands/decide.ts");
  const { sources } = await import("../specs/index.ts");
  return runCommand(decideCommand(sources), argv);
});
